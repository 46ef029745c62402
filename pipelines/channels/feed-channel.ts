/**
 * What all feeds share: a row for each item that says where it stands in the feed. The item itself stays in
 * the ledger, whose newest entry of an item always keeps its body; a feed document is rendered from both.
 */
import type { CollectionSlug, Payload, Where } from 'payload'
import { saveOver } from '../../database/save-over.ts'
import type { ContentItem, Site } from '../content-item.ts'
import { machineWritten } from '../ledger/collections.ts'
import { readCursor } from '../ledger/cursors.ts'
import { publicationTime } from '../ledger/entry.ts'
import { readEntries, readSite } from '../ledger/read.ts'
import { admittedTypes, ownChoice } from './admission.ts'
import type { Channel } from './channel.ts'

/** How many items a feed document holds at most. */
export const FEED_LENGTH = 50

export type FeedFormat = {
  /** The channel's slug. */
  slug: string
  /** Last segment of the address: `rss.xml`. */
  fileName: string
  mediaType: string
  /** Pure: items newest first. `changedAt`: ISO 8601, when the feed's content last changed. */
  render(options: { items: ContentItem[]; site: Site; feedUrl: string; changedAt: string }): string
}

export type FeedDocument = { body: string; changedAt: string }

type Row = { id: number; seq: number; changedAt: string }

const rowsOf = (slug: string) => `${slug}-items` as CollectionSlug

/** A feed's channel: a projection with one row an item. */
export function feedChannel(format: FeedFormat): Channel {
  const collection = rowsOf(format.slug)
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
        ],
      },
    ],
    async consume(entries, { payload }) {
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
          merge: (current) => ({ choice: item ? ownChoice(item, 'feeds') : (current?.choice ?? 'default') }),
        })
      }
    },
  }
}

/** Reads and renders the site-wide feed. Null before the settings' first entry. */
export async function readFeed(payload: Payload, format: FeedFormat): Promise<FeedDocument | null> {
  const collection = rowsOf(format.slug)
  const site = await readSite(payload)
  if (!site) return null
  const byMatrix: Where = {
    and: [{ choice: { equals: 'default' } }, { type: { in: admittedTypes(site, 'feeds') } }],
  }
  const found = await payload.db.find<Row>({
    collection,
    where: { and: [{ removed: { equals: false } }, { or: [{ choice: { equals: 'yes' } }, byMatrix] }] },
    sort: ['-publishedAt', 'itemId'],
    limit: FEED_LENGTH,
    pagination: false,
  })
  const entries = await readEntries(
    payload,
    found.docs.map((row) => row.seq),
  )
  const items = found.docs.flatMap((row) => entries.get(row.seq)?.item ?? [])
  const newest = await payload.db.find<Row>({
    collection,
    // What is, or was, in the feed; and the site's own words.
    where: { or: [{ type: { equals: 'settings' } }, { choice: { not_equals: 'default' } }, byMatrix] },
    sort: '-changedAt',
    limit: 1,
    pagination: false,
  })
  const changedAt = new Date(newest.docs[0]?.changedAt ?? 0).toISOString()
  const feedUrl = `${site.publicUrl}/feeds/${format.fileName}`
  return { body: format.render({ items, site, feedUrl, changedAt }), changedAt }
}

/** Moves whenever the feed's rows may have changed. */
export async function feedVersion(payload: Payload, format: FeedFormat): Promise<number> {
  return (await readCursor(payload, format.slug)).seq
}
