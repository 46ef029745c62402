/**
 * What all feeds keep: a row for each item that says where it stands. The item itself stays in the ledger, whose
 * newest entry of an item always keeps its body; `feed-document.ts` renders from both.
 */
import type { CollectionSlug, Payload } from 'payload'
import { saveOver } from '../../database/save-over.ts'
import type { ContentItem, Site } from '../content-item.ts'
import { machineWritten } from '../ledger/collections.ts'
import { publicationTime } from '../ledger/entry.ts'
import { ownChoice } from './admission.ts'
import type { Channel } from './channel.ts'
import { feedPresence } from './feed-presence.ts'

/** What a document of a feed says about itself and its neighbours. Addresses are absolute. */
export type FeedPage = {
  /** The address that it is fetched at. */
  url: string
  /** The newest items' document; absent in that one itself. */
  current?: string
  /** RFC 5005: the page with older items, and the one with newer. */
  older?: string
  newer?: string
  /** Its items will stay the same but for edits: a full page of the archive. */
  isArchive: boolean
}

export type FeedFormat = {
  /** The channel's slug. */
  slug: string
  /** Last segment of the address: `rss.xml`. */
  fileName: string
  mediaType: string
  /**
   * Pure: items newest first. `changedAt`: ISO 8601, when the feed's content last changed. `limit`: bytes.
   * Answers how many of the items it holds.
   */
  render(options: { items: ContentItem[]; site: Site; page: FeedPage; changedAt: string; limit?: number }): {
    body: string
    count: number
  }
}

export type FeedRow = {
  id: number
  itemId: string
  seq: number
  changedAt: string
  /** Counted from 1 in the order of first publication; given once. What archive pages are made of. */
  place: number
}

/** The collection that a feed keeps its rows in. */
export const feedRows = (slug: string) => `${slug}-items` as CollectionSlug

/** A feed's channel: a projection with one row an item. */
export function feedChannel(format: FeedFormat): Channel {
  const collection = feedRows(format.slug)
  return {
    slug: format.slug,
    kind: 'projection',
    collections: [
      {
        ...machineWritten,
        slug: collection,
        admin: { hidden: true },
        indexes: [{ fields: ['removed', 'publishedAt'] }],
        fields: [
          { name: 'itemId', type: 'text', required: true, unique: true, index: true },
          { name: 'seq', type: 'number', required: true },
          { name: 'type', type: 'text', required: true },
          { name: 'choice', type: 'text', required: true },
          { name: 'removed', type: 'checkbox', required: true },
          { name: 'publishedAt', type: 'date', required: true },
          { name: 'changedAt', type: 'date', required: true, index: true },
          { name: 'place', type: 'number', required: true, index: true },
        ],
      },
    ],
    presence: feedPresence({ fileName: format.fileName, collection }),
    async consume(entries, { payload }) {
      let highest: number | undefined
      for (const entry of entries) {
        const { itemId, seq, type, action, item, recordedAt } = entry
        await saveOver({
          payload,
          collection,
          key: { itemId },
          seq,
          data: {
            type,
            removed: action === 'unpublished',
            publishedAt: publicationTime(entry),
            changedAt: recordedAt,
          },
          // What was in the feed by its own choice left it: the choice tells so.
          merge: async (current) => {
            highest ??= await highestPlace(payload, collection)
            return {
              choice: item ? ownChoice(item, 'feeds') : (current?.choice ?? 'default'),
              place: current?.place ?? ++highest,
            }
          },
        })
      }
    },
  }
}

/** The place that was given last; 0 before the first. */
export async function highestPlace(payload: Payload, collection: CollectionSlug): Promise<number> {
  const found = await payload.db.find<FeedRow>({ collection, sort: '-place', limit: 1, pagination: false })
  return found.docs[0]?.place ?? 0
}
