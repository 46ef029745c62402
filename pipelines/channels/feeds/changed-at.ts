/** When a feed's content last changed: what `lastBuildDate`, `updated` and `Last-Modified` say. */
import type { Payload, Where } from 'payload'
import type { Site } from '../../content-item.ts'
import { FEED_ITEMS, type FeedRow } from './index.ts'
import { type FeedScope, headOf, leaversOf, membersOf } from './scope.ts'
import { departures } from './standing.ts'

/** ISO 8601; never goes back. Counts what stands in the feed, what was taken back or left it, and its own words. */
export async function readChangedAt(payload: Payload, scope: FeedScope, site: Site): Promise<string> {
  const head: Where = { itemId: { in: headOf(scope) } }
  const latest = await readLatestChange(payload, { or: [head, membersOf(scope, site)] })
  const { where, tokens } = leaversOf(scope, site)
  const gone = await payload.db.find<FeedRow>({
    collection: FEED_ITEMS,
    where,
    select: { left: true },
    limit: 0,
    pagination: false,
  })
  const times = gone.docs
    .flatMap((row) => departures(row.left ?? ''))
    .filter(([token]) => tokens.includes(token))
    .map(([, time]) => Date.parse(time))
  return new Date(Math.max(Date.parse(latest), ...times)).toISOString()
}

/** When one of these rows last changed. ISO 8601; 1970 when there is none. */
export async function readLatestChange(payload: Payload, where: Where = {}): Promise<string> {
  const found = await payload.db.find<FeedRow>({
    collection: FEED_ITEMS,
    where,
    sort: '-changedAt',
    limit: 1,
    pagination: false,
  })
  return new Date(found.docs[0]?.changedAt ?? 0).toISOString()
}
