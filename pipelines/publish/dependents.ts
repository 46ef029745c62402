/**
 * Dependents follow the ledger: every entry is an occasion to compute again what shows its item. A changed
 * dependency is itself an entry, so it moves the head, and a derivation that raced with it starts over.
 */
import type { Payload, Where } from 'payload'
import { breathe } from '../../database/breathe.ts'
import { pages } from '../../database/pages.ts'
import { together } from '../../database/together.ts'
import type { LedgerEntry } from '../ledger/entry.ts'
import type { Publisher } from './publisher.ts'

type Dependency = { id: number; itemId: string; dependsOn: string; seq: number }

const collection = 'ledger-dependencies'

/** Consumes entries as a channel does, with the cursor `dependents`. */
export async function followDependents(
  entries: readonly LedgerEntry[],
  payload: Payload,
  publisher: Publisher,
): Promise<void> {
  const changed = new Map(entries.map((entry) => [entry.itemId, entry]))
  const pictures = await together(payload.db, () => noteDependencies(payload, [...changed.values()]))
  const where: Where[] = [{ dependsOn: { in: [...changed.keys()] } }]
  const showing = new Map<string, LedgerEntry>()
  for await (const { itemId, dependsOn } of pages<Dependency>(payload, { collection, where })) {
    const entry = changed.get(dependsOn)
    if (entry && entry.seq > (showing.get(itemId)?.seq ?? 0)) showing.set(itemId, entry)
  }
  // A picture is public exactly while something public shows it.
  await publisher.attempt([...pictures, ...showing].map(([itemId, entry]) => [itemId, causeOf(entry)]))
}

const causeOf = ({ cause, by }: LedgerEntry) =>
  ({ cause: cause === 'rebuild' ? 'rebuild' : 'dependency', by }) as const

/**
 * Brings the index up to date with entries, one an item; rows that a later entry added stay.
 * @returns the pictures that came or went, each with the entry that says so.
 */
async function noteDependencies(payload: Payload, entries: LedgerEntry[]) {
  const pictures = new Map<string, LedgerEntry>()
  const found = await payload.db.find<Dependency>({
    collection,
    where: { itemId: { in: entries.map(({ itemId }) => itemId) } },
    limit: 0,
    pagination: false,
  })
  for (const entry of entries) {
    await breathe()
    const rows = found.docs.filter(({ itemId }) => itemId === entry.itemId)
    const known = new Set(rows.map(({ dependsOn }) => dependsOn))
    const gained = entry.dependsOn.filter((id) => !known.has(id))
    for (const dependsOn of gained) await noteDependency(payload, entry, dependsOn)
    const now = new Set(entry.dependsOn)
    const lost = rows.filter((row) => !now.has(row.dependsOn) && row.seq < entry.seq)
    if (lost.length > 0) {
      await payload.db.deleteMany({ collection, where: { id: { in: lost.map(({ id }) => id) } } })
    }
    for (const id of [...gained, ...lost.map(({ dependsOn }) => dependsOn)]) {
      if (id.startsWith('media:')) pictures.set(id, entry)
    }
  }
  return pictures
}

async function noteDependency(payload: Payload, { itemId, seq }: LedgerEntry, dependsOn: string) {
  try {
    await payload.db.create({ collection, data: { itemId, dependsOn, seq }, returning: false })
  } catch (error) {
    // Seen before, by another worker.
    const where: Where = { and: [{ itemId: { equals: itemId } }, { dependsOn: { equals: dependsOn } }] }
    if (!(await payload.db.findOne({ collection, where }))) throw error
  }
}
