import type { Payload } from 'payload'
import { type Draft, type Row, toDraft } from './draft.ts'
import { type Counts, loadCounts } from './load-counts.ts'

export type DeskNews = {
  /** Planned for a time that has come, not posted yet; the oldest first. */
  due: Pick<Draft, 'id' | 'hook' | 'title' | 'author' | 'state' | 'plannedFor'>[]
  counts: Counts
}

const SHOWN = 5

/** What the first page says of LinkedIn. `now`: ms. */
export async function loadNews(payload: Payload, now: number): Promise<DeskNews> {
  const [found, counts] = await Promise.all([
    payload.db.find<Row>({
      collection: 'linkedin-drafts',
      where: {
        and: [
          { state: { in: ['draft', 'approved'] } },
          { plannedFor: { less_than_equal: new Date(now).toISOString() } },
        ],
      },
      select: { hook: true, title: true, author: true, state: true, plannedFor: true },
      sort: 'plannedFor',
      limit: SHOWN,
      pagination: false,
    }),
    loadCounts(payload),
  ])
  const due = found.docs.map((row) => {
    const { id, hook, title, author, state, plannedFor } = toDraft(row)
    return { id, hook, title, author, state, plannedFor }
  })
  return { due, counts }
}
