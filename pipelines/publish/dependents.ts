/**
 * Dependents follow the ledger: every entry is an occasion to compute again what shows its item. A changed
 * dependency is itself an entry, so it moves the head, and a derivation that raced with it starts over.
 */
import type { Payload, Where } from 'payload'
import { pages } from '../../database/pages.ts'
import type { LedgerEntry } from '../ledger/entry.ts'
import type { Publisher } from './publisher.ts'

type Dependency = { id: number; itemId: string; dependsOn: string; seq: number }

/** Consumes entries as a channel does, with the cursor `dependents`. */
export async function followDependents(
  entries: readonly LedgerEntry[],
  payload: Payload,
  publisher: Publisher,
): Promise<void> {
  for (const entry of entries) {
    const { gained, lost } = await noteDependencies(payload, entry)
    const cause = entry.cause === 'rebuild' ? 'rebuild' : 'dependency'
    // A picture is public exactly while something public shows it.
    for (const id of [...gained, ...lost]) {
      if (id.startsWith('media:')) await publisher.attempt(id, { cause, by: entry.by })
    }
    const where: Where[] = [{ dependsOn: { equals: entry.itemId } }]
    for await (const { itemId } of pages<Dependency>(payload, { collection: 'ledger-dependencies', where })) {
      await publisher.attempt(itemId, { cause, by: entry.by })
    }
  }
}

/** Brings the index up to date with one entry. Rows that a later entry added stay. */
async function noteDependencies(payload: Payload, entry: LedgerEntry) {
  const collection = 'ledger-dependencies'
  const found = await payload.db.find<Dependency>({
    collection,
    where: { itemId: { equals: entry.itemId } },
    limit: 0,
    pagination: false,
  })
  const known = new Set(found.docs.map((row) => row.dependsOn))
  const gained = entry.dependsOn.filter((id) => !known.has(id))
  for (const dependsOn of gained) {
    await payload.db
      .create({ collection, data: { itemId: entry.itemId, dependsOn, seq: entry.seq } })
      .catch(async (error: unknown) => {
        // Seen before, by another worker.
        const where: Where = {
          and: [{ itemId: { equals: entry.itemId } }, { dependsOn: { equals: dependsOn } }],
        }
        if (!(await payload.db.findOne({ collection, where }))) throw error
      })
  }
  const now = new Set(entry.dependsOn)
  const lost = found.docs.filter((row) => !now.has(row.dependsOn) && row.seq < entry.seq)
  if (lost.length > 0) {
    await payload.db.deleteMany({ collection, where: { id: { in: lost.map((row) => row.id) } } })
  }
  return { gained, lost: lost.map((row) => row.dependsOn) }
}
