/**
 * What all feeds are made of, in every format: a row for each item that says where it stands. The item itself stays
 * in the ledger, whose newest entry of an item always keeps its body; `document.ts` renders from both.
 */
import type { CollectionSlug, Payload } from 'payload'
import { saveOver } from '../../../database/save-over.ts'
import { machineWritten } from '../../ledger/collections.ts'
import { publicationTime } from '../../ledger/entry.ts'
import type { Channel } from '../channel.ts'
import { feedPresence } from './presence.ts'
import { type Standing, toStanding } from './standing.ts'

export const FEED_ITEMS = 'feed-items' as CollectionSlug

export type FeedRow = Standing & {
  id: number
  itemId: string
  seq: number
  type: string
  slug: string
  removed: boolean
  publishedAt: string
  /** Never goes back, whatever the clocks of those who write. */
  changedAt: string
  /** Counted from 1 in the order of first publication; given once. What archive pages are made of. */
  place: number
}

export const feeds: Channel = {
  slug: 'feeds',
  kind: 'projection',
  collections: [
    {
      ...machineWritten,
      slug: FEED_ITEMS,
      admin: { hidden: true },
      indexes: [{ fields: ['publishedAt', 'removed'] }, { fields: ['type', 'removed', 'publishedAt'] }],
      fields: [
        { name: 'itemId', type: 'text', required: true, unique: true, index: true },
        { name: 'seq', type: 'number', required: true },
        { name: 'type', type: 'text', required: true },
        { name: 'slug', type: 'text', required: true },
        { name: 'within', type: 'text', required: true },
        { name: 'left', type: 'text' },
        { name: 'removed', type: 'checkbox', required: true },
        { name: 'publishedAt', type: 'date', required: true },
        { name: 'changedAt', type: 'date', required: true, index: true },
        // Two workers that give the same place would lose an item between two pages: the second tries again.
        { name: 'place', type: 'number', required: true, unique: true, index: true },
      ],
    },
  ],
  presence: feedPresence(FEED_ITEMS),
  async consume(entries, { payload }) {
    let highest: number | undefined
    for (const entry of entries) {
      const { itemId, seq, type, slug, action, item, recordedAt } = entry
      await saveOver({
        payload,
        collection: FEED_ITEMS,
        key: { itemId },
        seq,
        data: { type, slug, removed: action === 'unpublished', publishedAt: publicationTime(entry) },
        merge: async (row) => {
          const current = row as FeedRow | null
          highest ??= await highestPlace(payload)
          return {
            ...toStanding(item, current && { ...current, left: current.left ?? '' }, recordedAt),
            changedAt: later(recordedAt, current?.changedAt),
            place: current?.place ?? ++highest,
          }
        },
      })
    }
  },
}

/** The place that was given last; 0 before the first. */
export async function highestPlace(payload: Payload): Promise<number> {
  const found = await payload.db.find<FeedRow>({
    collection: FEED_ITEMS,
    sort: '-place',
    limit: 1,
    pagination: false,
  })
  return found.docs[0]?.place ?? 0
}

function later(time: string, other: string | undefined): string {
  if (other === undefined) return time
  return new Date(Math.max(Date.parse(time), new Date(other).getTime())).toISOString()
}
