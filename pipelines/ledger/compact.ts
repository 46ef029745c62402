/**
 * Superseded entries lose their words, never their number or anything else. The newest words of an item stay, also
 * of one that was taken back: its projections still remember some of them.
 */
import type { Payload, Where } from 'payload'
import { pages } from '../../database/pages.ts'
import { together } from '../../database/together.ts'
import { readCursors } from './cursors.ts'

type Brief = { id: number | string; seq: number; itemId: string; recordedAt: string }

const BATCH = 100

/**
 * Compacts what was recorded before `before` and superseded by an entry that every consumer (`consumers`: their
 * slugs) has read.
 * @returns how many entries lost their words; a second run finds none.
 */
export async function compact(
  payload: Payload,
  options: {
    before: Date
    consumers: readonly string[]
    signal?: AbortSignal
    onProgress?: (progress: { done: number; total: number }) => void
  },
): Promise<number> {
  const { before, consumers, signal, onProgress } = options
  const cursors = await readCursors(payload, consumers)
  const read = Math.min(...cursors.map(({ seq }) => seq))
  const newest = new Map<string, number>()
  const where: Where[] = [{ item: { exists: true } }, { seq: { less_than_equal: read } }]
  const select = { seq: true, itemId: true, recordedAt: true } as const
  const entries: Brief[] = []
  for await (const entry of pages<Brief>(payload, { collection: 'publications', where, select })) {
    newest.set(entry.itemId, Math.max(entry.seq, newest.get(entry.itemId) ?? 0))
    if (Date.parse(entry.recordedAt) < before.getTime()) entries.push(entry)
  }
  const due = entries.filter(({ itemId, seq }) => seq < (newest.get(itemId) ?? 0)).map(({ seq }) => seq)
  for (let done = 0; done < due.length; done += BATCH) {
    signal?.throwIfAborted()
    onProgress?.({ done, total: due.length })
    const seqs = due.slice(done, done + BATCH)
    await together(payload.db, () =>
      payload.db.updateMany({
        collection: 'publications',
        where: { seq: { in: seqs } },
        data: { item: null },
        returning: false,
      }),
    )
  }
  return due.length
}
