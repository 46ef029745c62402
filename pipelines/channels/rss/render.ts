/**
 * RSS 2.0 (RSS Advisory Board profile) with content, Dublin Core, Media RSS and Atom elements. The `rss`
 * package writes the elements; what it cannot be told (its clock, its CDATA titles) is set right afterwards.
 */
import RSS from 'rss'
import type { ContentItem, Site } from '../../content-item.ts'
import { wellFormed } from '../../rich-text/well-formed.ts'
import { encodeUrl } from '../../text/encode-url.ts'
import { type FeedImage, type FeedItem, toContent, toFeedItem } from '../../text/feed-item.ts'
import { toLine } from '../../text/to-line.ts'
import { FEED_BYTES, fitItems } from '../feed-limit.ts'

export type RssFeed = {
  /** The address this feed is fetched from. */
  url: string
  title: string
  description: string
  /** The page of the website that the feed belongs to. */
  link: string
  /** Further Atom links of the channel: the hub, RFC 5005's pages. */
  links?: { rel: 'hub' | 'current' | 'prev-archive' | 'next-archive'; href: string }[]
  /** An archive page in RFC 5005's sense (§4): its items never change places. */
  isArchive?: boolean
}

export type RssInput = {
  /** Newest first. */
  items: readonly ContentItem[]
  site: Site
  feed: RssFeed
  /** ISO 8601: when the feed's content last changed. */
  lastBuildDate: string
  /** UTF-8 bytes; 250,000 when absent. */
  limit?: number
}

const namespaces = {
  media: 'http://search.yahoo.com/mrss/',
  fh: 'http://purl.org/syndication/history/1.0',
}

/*
 * The `rss` package (1.2.2) always writes the clock into `lastBuildDate`, and titles, categories and
 * summaries as CDATA. One pass over its output sets both right without parsing: CDATA sections are consumed
 * whole, so nothing that an author wrote can look like markup to it.
 */
const content = String.raw`<content:encoded>(?:<!\[CDATA\[[\s\S]*?\]\]>)*</content:encoded>`
const cdata = String.raw`<!\[CDATA\[([\s\S]*?)\]\]>`
const clock = '<lastBuildDate>[^<]*</lastBuildDate>'
const entity = '&(?:amp|lt|gt|quot|apos);'

const spelling: { [character: string]: string } = { '&': '&#x26;', '<': '&#x3C;', '>': '&#x3E;' }
const plainEntity: { [entity: string]: string } = {
  '&amp;': '&#x26;',
  '&lt;': '&#x3C;',
  '&gt;': '&#x3E;',
  '&quot;': '&#x22;',
  '&apos;': '&#x27;',
}

/** The feed as an XML document of at most 250 KB: the oldest items are left out when it would be larger. */
export function renderRss(input: RssInput): string {
  return renderRssPage(input).xml
}

/**
 * Like `renderRss`, and tells how many of `items` went out, counted from the newest: the next page starts
 * after them.
 *
 * @throws when `lastBuildDate` is not a date
 */
export function renderRssPage(input: RssInput): { xml: string; count: number } {
  const { items, site, limit = FEED_BYTES } = input
  const whole = items.map((item) => toFeedItem(item, { site, brief: false }))
  const xml = toXml(input, whole)
  if (Buffer.byteLength(xml) <= limit) return { xml, count: items.length }

  const frameBytes = Buffer.byteLength(toXml(input, []))
  const fitted = fitItems({
    items,
    frameBytes,
    limit,
    sizeOf: ({ item, brief }) =>
      Buffer.byteLength(toXml(input, [toFeedItem(item, { site, brief })])) - frameBytes,
  })
  const kept = fitted.map(({ item, brief }) => toFeedItem(item, { site, brief }))
  return { xml: toXml(input, kept), count: kept.length }
}

function toXml({ site, feed, lastBuildDate }: RssInput, items: FeedItem[]): string {
  const time = Date.parse(lastBuildDate)
  if (Number.isNaN(time)) throw new Error(`[channel:rss] lastBuildDate is not a date: ${lastBuildDate}`)
  const title = toLine(feed.title) || toLine(site.title) || encodeUrl(feed.link)
  const link = encodeUrl(feed.link)
  const rss = new RSS({
    title,
    description: toLine(feed.description) || title,
    feed_url: encodeUrl(feed.url),
    site_url: link,
    generator: 'Galley',
    language: toLine(site.language),
    ttl: 60,
    // The package leaves out what is empty.
    copyright: toLine(site.feeds?.copyright ?? ''),
    custom_namespaces: namespaces,
    custom_elements: [
      ...(feed.links ?? []).map(({ rel, href }) => ({
        'atom:link': { _attr: { rel, href: encodeUrl(href) } },
      })),
      ...(feed.isArchive ? [{ 'fh:archive': [] }] : []),
      ...toChannelImage(site, { title, link }),
    ],
  })
  for (const item of items) addItem(rss, item)
  return spellOut(rss.xml(), { lastBuildDate: new Date(time).toUTCString() })
}

/** RSS 2.0, `image`: at most 144 × 400, a JPEG, titled as the channel. No icon that small, no image. */
function toChannelImage({ icon }: Site, channel: { title: string; link: string }): object[] {
  if (!icon) return []
  const files = [icon, ...icon.renditions.filter(({ format }) => format === 'jpeg')]
  const fits = files.filter(
    ({ url, width, height }) => url && width > 0 && width <= 144 && height > 0 && height <= 400,
  )
  const file = fits.toSorted((a, b) => b.width - a.width)[0]
  if (!file) return []
  return [
    {
      image: [
        { url: encodeUrl(file.url) },
        { title: channel.title },
        { link: channel.link },
        { width: file.width },
        { height: file.height },
      ],
    },
  ]
}

function addItem(rss: RSS, item: FeedItem): void {
  const { image, file } = item
  rss.item({
    title: item.title,
    description: item.summary,
    url: item.url,
    guid: item.id,
    categories: item.tags,
    // The package skips what is falsy, and so a missing date; its types do not know.
    date: item.publishedAt ? new Date(item.publishedAt) : '',
    ...(file ? { enclosure: { url: file.url, size: file.bytes, type: file.mimeType } } : {}),
    custom_elements: [
      ...item.authors.map(({ name }) => ({ 'dc:creator': name })),
      { 'content:encoded': { _cdata: toContent(item) } },
      ...(image ? [toMedia(image)] : []),
    ],
  })
}

/** Media RSS 1.5.1, `media:content` and `media:description`. */
function toMedia({ url, mimeType, width, height, alt }: FeedImage): object {
  const size = width > 0 && height > 0 ? { width, height } : {}
  const description =
    alt === '' ? [] : [{ 'media:description': [{ _attr: { type: 'plain' } }, wellFormed(alt)] }]
  return { 'media:content': [{ _attr: { url, medium: 'image', type: mimeType, ...size } }, ...description] }
}

/**
 * Gives `lastBuildDate` its value and escapes character data once with hexadecimal references, as the RSS
 * Advisory Board's profile recommends for titles (`AT&T <b>` is `AT&#x26;T &#x3C;b&#x3E;`). The CDATA of
 * `content:encoded` stays.
 *
 * @param lastBuildDate RFC 822 date
 */
function spellOut(xml: string, { lastBuildDate }: { lastBuildDate: string }): string {
  const parts = new RegExp(`${content}|${cdata}|${clock}|${entity}`, 'g')
  return xml.replace(parts, (match, characters: string | undefined) => {
    if (match.startsWith('<content:encoded>')) return match
    if (match.startsWith('<lastBuildDate>')) return `<lastBuildDate>${lastBuildDate}</lastBuildDate>`
    if (match.startsWith('&')) return plainEntity[match] ?? match
    return (characters ?? '').replace(/[&<>]/g, (character) => spelling[character] ?? character)
  })
}
