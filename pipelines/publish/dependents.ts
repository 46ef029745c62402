/**
 * Dependents follow the ledger: every entry is an occasion to compute again what shows its item. A changed
 * dependency is itself an entry, so it moves the head, and a derivation that raced with it starts over.
 */
import type { Payload, Where } from 'payload'
import { breathe } from '../../database/breathe.ts'
import { inGroups, pages } from '../../database/pages.ts'
import { together } from '../../database/together.ts'
import { noteRemaining } from '../ledger/cursors.ts'
import type { LedgerEntry } from '../ledger/entry.ts'
import { readStamps } from './ledger-items.ts'
import type { Publisher } from './publisher.ts'
import { type Addresses, fingerprintKey, type Reign } from './reign.ts'

type Dependency = { id: number | string; itemId: string; dependsOn: string; seq: number }

const collection = 'ledger-dependencies'

/** Key of the cursor. */
export const DEPENDENTS = 'dependents'

/** Items that are computed again in one transaction: others wait meanwhile. */
const AT_ONCE = 20

/** From so many on it is long work: it says how far it is, and leaves moments to other processes; in ms. */
const MANY = 100
const PAUSE_MS = 10

type Following = {
  payload: Payload
  publisher: Publisher
  reign: Pick<Reign, 'standing'>
  addresses: Addresses
  signal?: AbortSignal | undefined
}

/**
 * Consumes entries as a channel does, with the cursor `dependents`. After a crash in the middle it goes on where it
 * was: what was computed since the entry says so in its stamps.
 * @throws when the database fails, or when `signal` ends it early.
 */
export async function followDependents(entries: readonly LedgerEntry[], following: Following): Promise<void> {
  const { payload, publisher } = following
  const changed = new Map(entries.map((entry) => [entry.itemId, entry]))
  const note = () => noteDependencies(payload, [...changed.values()])
  // The cursor moves later.
  const pictures = await together(payload.db, note, { canBeLost: true })
  // A picture is public exactly while something public shows it.
  await publisher.attempt([...pictures].map(([itemId, entry]) => [itemId, causeOf(entry)]))
  await deriveForOthers([...changed.keys()], following)

  const where: Where = { dependsOn: { in: [...changed.keys()] } }
  const few = await payload.db.find<Dependency>({ collection, where, limit: MANY, pagination: false })
  if (few.docs.length < MANY) return computeAgain(few.docs, changed, following)
  let remaining = (await payload.db.count({ collection, where })).totalDocs
  const seq = entries.at(-1)?.seq ?? 0
  // One after another: an index answers that page by page, and not all at once.
  for (const dependsOn of changed.keys()) {
    const rows = pages<Dependency>(payload, { collection, where: [{ dependsOn: { equals: dependsOn } }] })
    for await (const some of inGroups(rows, AT_ONCE)) {
      await computeAgain(some, changed, following)
      remaining = Math.max(0, remaining - some.length)
      await noteRemaining(payload, DEPENDENTS, { seq, remaining })
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
    }
  }
}

/** Computes again what was last derived before the entries that changed what it shows. */
async function computeAgain(
  rows: Dependency[],
  changed: ReadonlyMap<string, LedgerEntry>,
  { payload, publisher, reign, signal }: Following,
): Promise<void> {
  for (let start = 0; start < rows.length; start += AT_ONCE) {
    signal?.throwIfAborted()
    if ((await reign.standing()) === 'following')
      throw new Error('[dependents] another version has taken over')
    const some = rows.slice(start, start + AT_ONCE)
    const known = await readStamps(
      payload,
      some.map(({ itemId }) => itemId),
    )
    const due = new Map<string, LedgerEntry>()
    for (const { itemId, dependsOn } of some) {
      const entry = changed.get(dependsOn)
      const derivedFrom = known.get(itemId)?.dependencies?.[dependsOn] ?? -1
      if (entry && derivedFrom < entry.seq && entry.seq > (due.get(itemId)?.seq ?? 0)) due.set(itemId, entry)
    }
    await publisher.attempt([...due].map(([itemId, entry]) => [itemId, causeOf(entry)]))
  }
}

/** What those who follow have published meanwhile was derived their way. */
async function deriveForOthers(
  itemIds: string[],
  { payload, publisher, reign, addresses }: Following,
): Promise<void> {
  const own = fingerprintKey(addresses)
  const stamps = await readStamps(payload, itemIds)
  const theirs = itemIds.filter((id) => stamps.has(id) && stamps.get(id)?.by !== own)
  if (theirs.length === 0 || (await reign.standing()) !== 'reigning') return
  await publisher.attempt(theirs.map((itemId) => [itemId, { cause: 'rebuild' }]))
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
