/** How long CDNs keep what the delivery API answers. Browsers always ask, and mostly hear 304. */
import type { Store } from '../../../pipelines/channels/delivery/store.ts'
import type { ContentItem } from '../../../pipelines/content-item.ts'
import { SETTINGS_ITEM_ID, toSite } from '../../../pipelines/ledger/entry.ts'
import type { Answer } from './answer.ts'

/** In seconds, as in the settings. */
export type Freshness = { sMaxAge: number; staleWhileRevalidate: number }

const USUAL: Freshness = { sMaxAge: 60, staleWhileRevalidate: 300 }
/** For what is not there: CDNs keep it shortly, because it may come. */
const NOTHING_SECONDS = 10

/** As the published settings have it. */
export function readFreshness(store: Store): Freshness {
  const row = store.sql<[string | null]>('SELECT item FROM items WHERE id = ?').get(SETTINGS_ITEM_ID)
  return { ...USUAL, ...(row?.[0] ? toSite(JSON.parse(row[0]) as ContentItem).delivery : undefined) }
}

/** The `Cache-Control` of an answer. */
export function cacheControlOf({ status, tags }: Pick<Answer, 'status' | 'tags'>, given: Freshness): string {
  if (tags === null || status >= 500) return 'no-store'
  if (status >= 400) return `public, max-age=0, s-maxage=${NOTHING_SECONDS}`
  const { sMaxAge, staleWhileRevalidate } = given
  return `public, max-age=0, s-maxage=${sMaxAge}, stale-while-revalidate=${staleWhileRevalidate}`
}
