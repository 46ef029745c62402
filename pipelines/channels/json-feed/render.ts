/** JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/), built as an object and serialised. */
import type { ContentItem, Site } from '../../content-item.ts'
import { encodeUrl } from '../../text/encode-url.ts'
import { type FeedItem, toFeedItem } from '../../text/feed-item.ts'
import { toLine } from '../../text/to-line.ts'
import { FEED_BYTES, fitItems } from '../feed-limit.ts'

export type JsonFeed = {
  /** The address this feed is fetched from. */
  url: string
  /** The page of the website that the feed belongs to. */
  homePageUrl: string
  title: string
  description: string
  /** The next page, with older items. */
  nextUrl?: string
  /** WebSub hubs. */
  hubs?: string[]
}

export type JsonFeedInput = {
  /** Newest first. */
  items: readonly ContentItem[]
  site: Site
  feed: JsonFeed
  /** UTF-8 bytes; 250,000 when absent. */
  limit?: number
}

/** The feed as JSON of at most 250 KB: the oldest items are left out when it would be larger. */
export function renderJsonFeed(input: JsonFeedInput): string {
  return renderJsonFeedPage(input).json
}

/**
 * Like `renderJsonFeed`, and tells how many of `items` went out, counted from the newest: the next page
 * starts after them.
 */
export function renderJsonFeedPage({ items, site, feed, limit = FEED_BYTES }: JsonFeedInput): {
  json: string
  count: number
} {
  const frame = toFrame(site, feed)
  const toEntry = (item: ContentItem, brief: boolean) => toJsonItem(toFeedItem(item, { site, brief }))
  const fitted = fitItems({
    items,
    limit,
    frameBytes: sizeOf({ ...frame, items: [] }),
    sizeOf: ({ item, brief }) => sizeOf(toEntry(item, brief)) + ','.length,
  })
  const entries = fitted.map(({ item, brief }) => toEntry(item, brief))
  return { json: JSON.stringify({ ...frame, items: entries }), count: entries.length }
}

function sizeOf(value: object): number {
  return Buffer.byteLength(JSON.stringify(value))
}

function toFrame(site: Site, feed: JsonFeed): object {
  const organisation = toLine(site.organisation.name)
  const icon = site.icon?.url ? encodeUrl(site.icon.url) : undefined
  const smallest = site.icon?.renditions.filter(({ url, width }) => url && width >= 64) ?? []
  const favicon = smallest.toSorted((a, b) => a.width - b.width)[0]
  // JSON.stringify leaves out what is undefined.
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: toLine(feed.title) || toLine(site.title) || encodeUrl(feed.homePageUrl),
    home_page_url: encodeUrl(feed.homePageUrl),
    feed_url: encodeUrl(feed.url),
    description: toLine(feed.description) || undefined,
    next_url: feed.nextUrl ? encodeUrl(feed.nextUrl) : undefined,
    icon,
    favicon: favicon ? encodeUrl(favicon.url) : undefined,
    authors: organisation ? [{ name: organisation, url: encodeUrl(site.organisation.url) }] : undefined,
    language: toLine(site.language) || undefined,
    hubs: feed.hubs?.map((url) => ({ type: 'WebSub', url: encodeUrl(url) })),
  }
}

function toJsonItem(item: FeedItem): object {
  return {
    id: item.id,
    url: item.url,
    title: item.title,
    content_html: item.html,
    content_text: item.text,
    summary: item.summary,
    image: item.image?.url,
    date_published: item.publishedAt ?? undefined,
    date_modified: item.updatedAt ?? undefined,
    authors: item.authors.map(({ name, url, avatar }) => ({ name, url, avatar: avatar ?? undefined })),
    tags: item.tags.length > 0 ? item.tags : undefined,
    _galley: { type: item.type },
  }
}
