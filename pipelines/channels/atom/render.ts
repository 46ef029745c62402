/** Atom 1.0 (RFC 4287) with archive pages (RFC 5005) and Media RSS for pictures. */
import type { ContentItem, Site } from '../../content-item.ts'
import { encodeUrl } from '../../text/encode-url.ts'
import { type FeedImage, type FeedItem, toContent, toFeedItem } from '../../text/feed-item.ts'
import { toLine } from '../../text/to-line.ts'
import { element, textElement } from '../../text/xml.ts'
import type { FeedPage } from '../feed-format.ts'
import { FEED_BYTES, fitItems } from '../feed-limit.ts'

export type AtomInput = {
  /** Newest first. */
  items: readonly ContentItem[]
  site: Site
  page: FeedPage
  /** ISO 8601: when the feed's content last changed. */
  updated: string
  /** UTF-8 bytes; 250,000 when absent. */
  limit?: number
}

const NAMESPACES = {
  xmlns: 'http://www.w3.org/2005/Atom',
  'xmlns:media': 'http://search.yahoo.com/mrss/',
  'xmlns:fh': 'http://purl.org/syndication/history/1.0',
}

/** The time of what has no readable date: an entry must have one. */
const NEVER = '1970-01-01T00:00:00.000Z'

/**
 * The feed as an XML document of at most 250 KB: the oldest items are left out when it would be larger. `count`:
 * how many went out, counted from the newest.
 *
 * @throws when `updated` is not a date
 */
export function renderAtom(input: AtomInput): { body: string; count: number } {
  const { items, site, limit = FEED_BYTES } = input
  const head = toHead(input)
  const toEntry = (item: ContentItem, brief: boolean) => renderEntry(toFeedItem(item, { site, brief }), site)
  const fitted = fitItems({
    items,
    limit,
    frameBytes: Buffer.byteLength(toDocument(input, head, [])),
    sizeOf: ({ item, brief }) => Buffer.byteLength(toEntry(item, brief)) + '\n'.length,
  })
  const entries = fitted.map(({ item, brief }) => toEntry(item, brief))
  return { body: toDocument(input, head, entries), count: entries.length }
}

function toDocument({ site }: AtomInput, head: string[], entries: string[]): string {
  const attributes = { ...NAMESPACES, 'xml:lang': toLine(site.language) || undefined }
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('feed', attributes, [...head, ...entries])}\n`
}

/** RFC 4287 §4.1.1. Every document of one feed has the same id (RFC 5005 §4). */
function toHead({ site, page, updated }: AtomInput): string[] {
  const time = Date.parse(updated)
  if (Number.isNaN(time)) throw new Error(`[channel:atom] updated is not a date: ${updated}`)
  const subtitle = toLine(page.description)
  const rights = toLine(site.feeds?.copyright ?? '')
  const icon = site.icon?.url ? encodeUrl(site.icon.url) : ''
  return [
    textElement('id', encodeUrl(page.current ?? page.url)),
    textElement('title', toLine(page.title) || toLine(site.title) || encodeUrl(page.home)),
    ...(subtitle ? [textElement('subtitle', subtitle)] : []),
    textElement('updated', new Date(time).toISOString()),
    renderAuthor(organisationOf(site)),
    ...linksOf(page).map(([rel, href, type]) => element('link', { rel, type, href: encodeUrl(href) })),
    ...(page.isArchive ? [element('fh:archive', {})] : []),
    ...(icon ? [textElement('icon', icon)] : []),
    ...(rights ? [textElement('rights', rights)] : []),
    textElement('generator', 'Galley'),
  ]
}

function linksOf({
  url,
  home,
  current,
  older,
  newer,
}: FeedPage): [rel: string, href: string, type: string][] {
  const type = 'application/atom+xml'
  return [
    ['self', url, type],
    ['alternate', home, 'text/html'],
    ...(current ? ([['current', current, type]] as const) : []),
    ...(older ? ([['prev-archive', older, type]] as const) : []),
    ...(newer ? ([['next-archive', newer, type]] as const) : []),
  ].map(([rel = '', href = '', of = '']) => [rel, href, of])
}

/** RFC 4287 §4.1.2. `id` is the item's own, an absolute IRI and the same in every format. */
function renderEntry(item: FeedItem, site: Site): string {
  const updated = item.updatedAt ?? item.publishedAt ?? NEVER
  const authors = item.authors.length > 0 ? item.authors : [organisationOf(site)]
  const { file, image } = item
  return element('entry', {}, [
    textElement('id', item.id),
    textElement('title', item.title),
    element('link', { rel: 'alternate', type: 'text/html', href: item.url }),
    ...(file
      ? [element('link', { rel: 'enclosure', type: file.mimeType, length: file.bytes, href: file.url })]
      : []),
    ...(item.publishedAt ? [textElement('published', item.publishedAt)] : []),
    textElement('updated', updated),
    ...authors.map(renderAuthor),
    ...item.tags.map((term) => element('category', { term })),
    ...(image ? [renderMedia(image)] : []),
    textElement('summary', item.summary, { type: 'text' }),
    textElement('content', toContent(item), { type: 'html' }),
  ])
}

/** Whose what has no author is; an author must have a name (RFC 4287 §3.2.1). */
function organisationOf({ organisation, title, siteUrl }: Site): { name: string; url: string } {
  const name = toLine(organisation.name)
  if (name) return { name, url: encodeUrl(organisation.url) }
  return { name: toLine(title) || encodeUrl(siteUrl), url: encodeUrl(siteUrl) }
}

function renderAuthor({ name, url }: { name: string; url: string }): string {
  return element('author', {}, [textElement('name', name), ...(url ? [textElement('uri', url)] : [])])
}

/** Media RSS 1.5.1. */
function renderMedia({ url, mimeType, width, height, alt }: FeedImage): string {
  const size = width > 0 && height > 0 ? { width, height } : {}
  const attributes = { url, medium: 'image', type: mimeType, ...size }
  return element(
    'media:content',
    attributes,
    alt ? [textElement('media:description', alt, { type: 'plain' })] : [],
  )
}
