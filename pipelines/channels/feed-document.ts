/**
 * A feed as a document: the newest items, or a page of the archive (RFC 5005). Pages are cut by the order of first
 * publication and numbered from the oldest, so that a walk gives every item once while somebody publishes.
 */
import type { Payload, Where } from 'payload'
import type { ContentItem, Site } from '../content-item.ts'
import { readCursor } from '../ledger/cursors.ts'
import { readEntries, readSite } from '../ledger/read.ts'
import { admittedTypes } from './admission.ts'
import { type FeedFormat, type FeedPage, type FeedRow, feedRows, highestPlace } from './feed-channel.ts'

/** How many items the current document holds at most. */
export const FEED_LENGTH = 50

/** How many places a page of the archive covers. */
export const ARCHIVE_LENGTH = 25

export type FeedDocument = { body: string; changedAt: string }

/** The newest items. Null before the settings' first entry. */
export async function readFeed(payload: Payload, format: FeedFormat): Promise<FeedDocument | null> {
  const site = await readSite(payload)
  if (!site) return null
  const collection = feedRows(format.slug)
  const where = { and: [{ removed: { equals: false } }, isAdmitted(site)] }
  const found = await payload.db.find<FeedRow>({
    collection,
    where,
    sort: ['-publishedAt', 'itemId'],
    limit: FEED_LENGTH,
    pagination: false,
  })
  const { totalDocs } = await payload.db.count({ collection, where })
  const items = await itemsOf(payload, found.docs)
  const changedAt = await lastChange(payload, format, site)
  const url = addressOf(site, format)
  const draw = (page: FeedPage) => format.render({ items, site, page, changedAt })
  // Rendering is what a reader waits for while somebody publishes: not twice where one can do.
  const whole = items.length === totalDocs ? draw({ url, isArchive: false }) : null
  if (whole?.count === totalDocs) return { body: whole.body, changedAt }
  const newestPage = pageOf(await highestPlace(payload, collection))
  const { body } = draw({ url, older: `${url}?page=${newestPage}`, isArchive: false })
  return { body, changedAt }
}

/** Page `number` of the archive, 1 the oldest, newest item first. Null when there is no such page. */
export async function readArchivePage(
  payload: Payload,
  format: FeedFormat,
  number: number,
): Promise<FeedDocument | null> {
  const site = await readSite(payload)
  const collection = feedRows(format.slug)
  const highest = await highestPlace(payload, collection)
  const last = pageOf(highest)
  if (!site || number < 1 || number > last) return null
  const found = await payload.db.find<FeedRow>({
    collection,
    where: {
      and: [
        { place: { greater_than: (number - 1) * ARCHIVE_LENGTH } },
        { place: { less_than_equal: number * ARCHIVE_LENGTH } },
        { removed: { equals: false } },
        isAdmitted(site),
      ],
    },
    sort: '-place',
    limit: 0,
    pagination: false,
  })
  const changedAt = await lastChange(payload, format, site)
  const current = addressOf(site, format)
  const { body } = format.render({
    items: await itemsOf(payload, found.docs),
    site,
    changedAt,
    page: {
      url: `${current}?page=${number}`,
      current,
      ...(number > 1 ? { older: `${current}?page=${number - 1}` } : {}),
      ...(number < last ? { newer: `${current}?page=${number + 1}` } : {}),
      isArchive: number * ARCHIVE_LENGTH <= highest,
    },
    // A page that left items out for its size would lose them.
    limit: Number.MAX_SAFE_INTEGER,
  })
  return { body, changedAt }
}

/** Moves whenever the feed's rows may have changed. */
export async function feedVersion(payload: Payload, format: FeedFormat): Promise<number> {
  return (await readCursor(payload, format.slug)).seq
}

const pageOf = (place: number) => Math.ceil(place / ARCHIVE_LENGTH)

const addressOf = (site: Site, format: FeedFormat) => `${site.publicUrl}/feeds/${format.fileName}`

/** By the document's own choice, else by the settings' matrix. */
function isAdmitted(site: Site): Where {
  return { or: [{ choice: { equals: 'yes' } }, byMatrix(site)] }
}

function byMatrix(site: Site): Where {
  return { and: [{ choice: { equals: 'default' } }, { type: { in: admittedTypes(site, 'feeds') } }] }
}

async function itemsOf(payload: Payload, rows: FeedRow[]): Promise<ContentItem[]> {
  const entries = await readEntries(
    payload,
    rows.map((row) => row.seq),
  )
  return rows.flatMap((row) => entries.get(row.seq)?.item ?? [])
}

/** Of what is, or was, in the feed, and of the site's own words. ISO 8601. */
async function lastChange(payload: Payload, format: FeedFormat, site: Site): Promise<string> {
  const found = await payload.db.find<FeedRow>({
    collection: feedRows(format.slug),
    where: { or: [{ type: { equals: 'settings' } }, { choice: { not_equals: 'default' } }, byMatrix(site)] },
    sort: '-changedAt',
    limit: 1,
    pagination: false,
  })
  return new Date(found.docs[0]?.changedAt ?? 0).toISOString()
}
