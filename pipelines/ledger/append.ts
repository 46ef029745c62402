/**
 * Appending (DESIGN.md §4.1). The order is the whole trick: read the head, THEN derive, THEN insert at
 * head + 1 under a unique index. A slow writer finds its number taken and derives again, so an old state never
 * lands over a newer one, with any number of writers and neither lock nor transaction.
 */
import type { Payload } from 'payload'
import type { LedgerEntry } from './entry.ts'
import { readHead, readLast } from './read.ts'

const ATTEMPTS = 100

/**
 * Calls `derive` with the item's last entry and appends what it answers; null appends nothing.
 * `derive` may be called several times and must read the database anew each time.
 * @returns the entry as written, or null.
 * @throws when the database fails, or when other writers win a hundred times in a row.
 */
export async function append(
  payload: Payload,
  itemId: string,
  derive: (last: LedgerEntry | null) => Promise<Omit<LedgerEntry, 'seq' | 'recordedAt'> | null>,
): Promise<LedgerEntry | null> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const head = await readHead(payload)
    const last = await readLast(payload, itemId)
    const derived = await derive(last)
    if (!derived) return null
    const entry: LedgerEntry = { ...derived, seq: head + 1, recordedAt: new Date().toISOString() }
    try {
      const title = derived.item?.title ?? last?.item?.title ?? derived.slug
      await payload.db.create({ collection: 'publications', data: { ...entry, title }, returning: false })
      return entry
    } catch (error) {
      if ((await readHead(payload)) === head) throw error
      await new Promise((resolve) => setTimeout(resolve, Math.random() * Math.min(attempt, 20)))
    }
  }
  throw new Error(`[ledger] ${itemId}: gave up after ${ATTEMPTS} attempts; other writers were always faster`)
}
