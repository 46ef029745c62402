/**
 * Entries that a consumer could not apply: set aside so that others flow, kept until they are applied after all or
 * overtaken. Order per item holds: once a newer entry of the item is applied, the older one is never applied again.
 */
import type { CollectionSlug, Payload, Where } from 'payload'
import { together } from '../../database/together.ts'
import { moveCursor, readCursor } from './cursors.ts'
import type { LedgerEntry } from './entry.ts'

export type SetAside = {
  id: number | string
  consumer: string
  itemId: string
  seq: number
  /** Why it could not be applied, when it was last tried. */
  error: string
  attempts: number
  setAsideAt: string
}

const collection = 'ledger-set-aside' as CollectionSlug

/** Keeps the entry for later and moves the cursor past it. Does nothing when another worker got past it meanwhile. */
export async function setAside(
  payload: Payload,
  {
    consumer,
    entry,
    error,
    attempts,
  }: { consumer: string; entry: LedgerEntry; error: string; attempts: number },
): Promise<void> {
  const { itemId, seq } = entry
  await together(payload.db, async () => {
    if ((await readCursor(payload, consumer)).seq >= seq) return
    const data = { consumer, itemId, seq, error, attempts, setAsideAt: new Date().toISOString() }
    // Before the cursor moves: a crash between the two tries the entry again, and loses nothing.
    await payload.db.create({ collection, data, returning: false }).catch(async (cause: unknown) => {
      const known: Where = { and: [{ consumer: { equals: consumer } }, { seq: { equals: seq } }] }
      if (!(await payload.db.findOne({ collection, where: known }))) throw cause
    })
    await moveCursor(payload, consumer, seq)
  })
}

/** Forgets what was set aside of the items of these entries, which the consumer has applied, up to each entry. */
export async function forgetOvertaken(
  payload: Payload,
  consumer: string,
  entries: readonly LedgerEntry[],
): Promise<void> {
  const applied = new Map(entries.map(({ itemId, seq }) => [itemId, seq]))
  const found = await payload.db.find<SetAside>({
    collection,
    where: { and: [{ consumer: { equals: consumer } }, { itemId: { in: [...applied.keys()] } }] },
    limit: 0,
    pagination: false,
  })
  const overtaken = found.docs.filter(({ itemId, seq }) => seq <= (applied.get(itemId) ?? 0))
  if (overtaken.length === 0) return
  await payload.db.deleteMany({ collection, where: { id: { in: overtaken.map(({ id }) => id) } } })
  for (const { itemId, seq } of overtaken)
    payload.logger.info({ msg: 'channel.set_aside_over', channel: consumer, itemId, seq })
}

/** How many entries of each consumer wait to be tried again, in the order of asking. */
export async function countSetAside(payload: Payload, consumers: readonly string[]): Promise<number[]> {
  const count = async (consumer: Where[string]) =>
    (await payload.db.count({ collection, where: { consumer } })).totalDocs
  // As a rule there are none; of many, nobody wants to read the rows to count them.
  if ((await count({ in: [...consumers] })) === 0) return consumers.map(() => 0)
  return Promise.all(consumers.map((consumer) => count({ equals: consumer })))
}

/** Null when there is none: applied, overtaken, or never there. */
export function findSetAside(payload: Payload, id: number | string): Promise<SetAside | null> {
  return payload.db.findOne<SetAside>({ collection, where: { id: { equals: id } } })
}

/** Notes that it was tried once more, in vain. */
export async function noteRetry(payload: Payload, { id, attempts }: SetAside, error: string): Promise<void> {
  const where: Where = { id: { equals: id } }
  await payload.db.updateOne({ collection, where, data: { error, attempts: attempts + 1 } })
}
