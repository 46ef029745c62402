/**
 * A feed as a document: the newest items, or a page of the archive (RFC 5005). Pages cover fixed ranges of the order
 * of first publication, numbered from the oldest, and begin where the one before ended, so that a walk gives every
 * item once while somebody publishes.
 */
import type { Payload, Where } from 'payload'
import type { ContentItem, Site } from '../../content-item.ts'
import { readEntries, readSite } from '../../ledger/read.ts'
import type { FeedFormat, FeedPage } from '../feed-format.ts'
import { readChangedAt } from './changed-at.ts'
import { FEED_ITEMS, type FeedRow, highestPlace } from './index.ts'
import { aboutOf, type FeedScope, folderOf, membersOf, placesOf } from './scope.ts'

/** How many items a document holds at most. */
export const FEED_LENGTH = 50

export type FeedDocument = { body: string; changedAt: string }

/** What a reader asks for; `below`: only what stands lower on this page of the archive. */
export type FeedAsked = { payload: Payload; format: FeedFormat; scope: FeedScope }

type Placed = { place: number; item: ContentItem }

/** The newest items. Null before the settings' first entry. */
export async function readFeed({ payload, format, scope }: FeedAsked): Promise<FeedDocument | null> {
  const site = await readSite(payload)
  if (!site) return null
  const length = lengthOf(site)
  const rows = await newestRows(payload, scope, site, length + 1)
  const changedAt = await readChangedAt(payload, scope, site)
  const items = (await toPlaced(payload, rows.slice(0, length))).map(({ item }) => item)
  const url = addressOf(scope, site, format)
  const draw = (older?: string) => {
    const page = { ...aboutOf(scope, site), url, ...(older ? { older } : {}), isArchive: false }
    return format.render({ items, site, page, changedAt })
  }
  // Rendering is what a reader waits for while somebody publishes: not twice where one can do.
  const whole = rows.length <= length ? draw() : null
  if (whole?.count === items.length) return { body: whole.body, changedAt }
  const newest = await nextPage(payload, scope, site, { sort: '-place' })
  return { body: draw(newest ? `${url}?page=${newest}` : undefined).body, changedAt }
}

/**
 * Page `number` of the archive, 1 the oldest, newest item first; what does not fit follows in a document of its own,
 * `below` the place of the last item. Null when there is no such page.
 */
export async function readArchivePage(
  { payload, format, scope }: FeedAsked,
  { number, below }: { number: number; below?: number },
): Promise<FeedDocument | null> {
  const site = await readSite(payload)
  const span = placesOf(scope)
  const highest = await highestPlace(payload)
  const [first, last] = [(number - 1) * span + 1, number * span]
  if (!site || number < 1 || first > highest) return null
  const found = await payload.db.find<FeedRow>({
    collection: FEED_ITEMS,
    where: {
      and: [
        publicIn(scope, site),
        { place: { greater_than_equal: first } },
        { place: { less_than_equal: Math.min(last, (below ?? Number.POSITIVE_INFINITY) - 1) } },
      ],
    },
    sort: '-place',
    limit: FEED_LENGTH + 1,
    pagination: false,
  })
  const placed = await toPlaced(payload, found.docs)
  const changedAt = await readChangedAt(payload, scope, site)
  const current = addressOf(scope, site, format)
  const addressOfPage = (page: number | null) => page && `${current}?page=${page}`
  const isOlder: Where = { place: { less_than: first } }
  const isNewer: Where = { place: { greater_than: last } }
  const older = addressOfPage(await nextPage(payload, scope, site, { sort: '-place', where: isOlder }))
  const newer = below
    ? addressOfPage(number)
    : addressOfPage(await nextPage(payload, scope, site, { sort: 'place', where: isNewer }))
  const self = `${current}?page=${number}`
  const draw = (count: number) => {
    const rest = count < placed.length ? `${self}&below=${placed[count - 1]?.place}` : older
    const page: FeedPage = {
      ...aboutOf(scope, site),
      url: below ? `${self}&below=${below}` : self,
      current,
      ...(rest ? { older: rest } : {}),
      ...(newer ? { newer } : {}),
      isArchive: last <= highest,
    }
    const items = placed.slice(0, count).map(({ item }) => item)
    return { ...format.render({ items, site, page, changedAt }), asked: count }
  }
  let drawn = draw(Math.min(placed.length, FEED_LENGTH))
  // The address of the rest says how much went out, so what goes out must be known before.
  while (drawn.count < drawn.asked) drawn = draw(drawn.count)
  return { body: drawn.body, changedAt }
}

/** The newest items of the site's feed as they are, at most `limit`. */
export async function readNewest(payload: Payload, site: Site, limit: number): Promise<ContentItem[]> {
  const rows = await newestRows(payload, { kind: 'site' }, site, limit)
  return (await toPlaced(payload, rows)).map(({ item }) => item)
}

async function newestRows(payload: Payload, scope: FeedScope, site: Site, limit: number): Promise<FeedRow[]> {
  const found = await payload.db.find<FeedRow>({
    collection: FEED_ITEMS,
    where: publicIn(scope, site),
    sort: ['-publishedAt', 'itemId'],
    limit,
    pagination: false,
  })
  return found.docs
}

/** The address of a feed's newest document. */
export function addressOf(scope: FeedScope, site: Site, format: Pick<FeedFormat, 'fileName'>): string {
  return `${site.publicUrl}${folderOf(scope)}/${format.fileName}`
}

const publicIn = (scope: FeedScope, site: Site): Where => ({
  and: [{ removed: { equals: false } }, membersOf(scope, site)],
})

/** As the settings say, within what a feed may hold. */
function lengthOf({ feeds }: Site): number {
  const length = Math.round(feeds?.length ?? FEED_LENGTH)
  return length >= 1 && length <= FEED_LENGTH ? length : FEED_LENGTH
}

/** The page that holds the first item in this order; pages without any are left out. Null: there is none. */
async function nextPage(
  payload: Payload,
  scope: FeedScope,
  site: Site,
  { sort, where }: { sort: 'place' | '-place'; where?: Where },
): Promise<number | null> {
  const found = await payload.db.find<FeedRow>({
    collection: FEED_ITEMS,
    where: { and: [publicIn(scope, site), ...(where ? [where] : [])] },
    sort,
    limit: 1,
    pagination: false,
  })
  const [row] = found.docs
  return row ? Math.ceil(row.place / placesOf(scope)) : null
}

async function toPlaced(payload: Payload, rows: FeedRow[]): Promise<Placed[]> {
  const entries = await readEntries(
    payload,
    rows.map((row) => row.seq),
  )
  return rows.flatMap(({ seq, place }) => {
    const item = entries.get(seq)?.item
    return item ? [{ place, item }] : []
  })
}
