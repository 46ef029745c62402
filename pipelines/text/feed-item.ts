/**
 * What every feed format says of an item, made safe for any of them: well-formed text, percent-encoded
 * links, never an empty title. The formats only differ in how they write it down.
 */

import type { ContentItem, ImageRef, Site } from '../content-item.ts'
import type { Block } from '../rich-text/block.ts'
import { escapeHtml } from '../rich-text/to-html-inline.ts'
import { wellFormed } from '../rich-text/well-formed.ts'
import { cut, shorten } from './cut.ts'
import { encodeUrl } from './encode-url.ts'
import { toLine } from './to-line.ts'

export type FeedImage = {
  url: string
  /** Pixels; 0 when unknown. */
  width: number
  height: number
  alt: string
  mimeType: 'image/jpeg' | 'image/webp'
}

/** A file that comes with the item. `bytes` is its real size. */
export type FeedFile = { url: string; bytes: number; mimeType: 'image/jpeg' }

export type FeedItem = {
  id: string
  type: string
  url: string
  title: string
  summary: string
  /** The body; the summary as a paragraph when there is none, or when the item or the whole feed is given in brief. */
  html: string
  /** The body as plain text, the same way. */
  text: string
  /** True when the body shows the picture itself. */
  showsImage: boolean
  image: FeedImage | null
  /** The picture as a JPEG whose size is known. */
  file: FeedFile | null
  authors: { name: string; url: string; avatar: string | null }[]
  tags: string[]
  /** ISO 8601 in UTC; null when the item has no readable date. */
  publishedAt: string | null
  updatedAt: string | null
}

const BRIEF_TITLE = 500
const BRIEF_SUMMARY = 2000

/**
 * Reads an item for a feed.
 *
 * @param brief the summary only, and that cut to 2,000 units: for an item that alone is over the feed's limit
 */
export function toFeedItem(item: ContentItem, { site, brief }: { site: Site; brief: boolean }): FeedItem {
  const fullSummary = wellFormed(item.summary).replace(/\r\n?/g, '\n').trim()
  const summary = brief ? shorten(fullSummary, BRIEF_SUMMARY) : fullSummary
  const title = toLine(item.title) || shorten(toLine(item.summary), 100) || encodeUrl(item.url)
  const html = wellFormed(item.html).replace(/\r\n?/g, '\n')
  const text = wellFormed(item.text).replace(/\r\n?/g, '\n').trim()
  const hasBody = !brief && site.feeds?.fullText !== false && html.trim() !== ''
  return {
    id: wellFormed(item.id),
    type: item.type,
    url: encodeUrl(item.url),
    title: brief ? cut(title, BRIEF_TITLE) || shorten(summary, 100) || encodeUrl(item.url) : title,
    summary: summary || title,
    html: hasBody ? html : `<p>${escapeHtml(summary || title)}</p>`,
    text: (hasBody && text) || summary || title,
    showsImage: hasBody && item.image !== null && isShown(item.image, item),
    image: toFeedImage(item.image),
    file: toFeedFile(item.image),
    authors: toAuthors(item, site),
    tags: unique(item.topics.map((topic) => toLine(topic.name))),
    publishedAt: toIso(item.publishedAt),
    updatedAt: toIso(item.updatedAt),
  }
}

/** The body as it goes out as HTML: it begins with the picture, unless it shows that itself. */
export function toContent({ html, image, showsImage }: FeedItem): string {
  if (!image || showsImage) return html
  const size = image.width > 0 && image.height > 0 ? ` width="${image.width}" height="${image.height}"` : ''
  return `<p><img src="${escapeHtml(image.url)}" alt="${escapeHtml(image.alt)}"${size}></p>\n${html}`
}

/** What has no author is the organisation's (DESIGN.md §3). */
function toAuthors(item: ContentItem, site: Site): FeedItem['authors'] {
  const authors = item.authors.map(({ name, url, image }) => ({
    name: toLine(name),
    url: encodeUrl(url),
    avatar: image?.url ? encodeUrl(image.url) : null,
  }))
  const named = authors.filter(({ name }) => name !== '')
  const organisation = toLine(site.organisation.name)
  if (named.length > 0 || organisation === '') return named
  return [{ name: organisation, url: encodeUrl(site.organisation.url), avatar: null }]
}

function toFeedImage(image: ImageRef | null): FeedImage | null {
  if (!image || image.url.trim() === '') return null
  const file = image.renditions.find(({ url }) => url === image.url)
  return {
    url: encodeUrl(image.url),
    width: toPixels(image.width),
    height: toPixels(image.height),
    alt: toLine(image.alt),
    mimeType: file?.format === 'webp' ? 'image/webp' : 'image/jpeg',
  }
}

function toFeedFile(image: ImageRef | null): FeedFile | null {
  if (!image) return null
  const jpegs = image.renditions.filter(
    ({ format, bytes, url }) => format === 'jpeg' && bytes > 0 && url !== '',
  )
  const widest = jpegs.toSorted((a, b) => b.width - a.width)[0]
  const file = jpegs.find(({ url }) => url === image.url) ?? widest
  return file ? { url: encodeUrl(file.url), bytes: file.bytes, mimeType: 'image/jpeg' } : null
}

function toPixels(length: number): number {
  return Number.isFinite(length) && length > 0 ? Math.round(length) : 0
}

function isShown(image: ImageRef, { blocks, html }: ContentItem): boolean {
  const urls = [image.url, ...image.renditions.map(({ url }) => url)].filter((url) => url !== '')
  return (
    urls.some((url) => html.includes(url) || html.includes(escapeHtml(url))) || holdsImage(blocks, image.id)
  )
}

function holdsImage(blocks: readonly Block[], id: string): boolean {
  return blocks.some((block) => {
    if (block.type === 'image') return block.image.id === id
    if (block.type === 'list') return block.items.some(({ children }) => holdsImage(children, id))
    if (block.type === 'table') return block.rows.flat().some(({ children }) => holdsImage(children, id))
    if (block.type === 'quote' || block.type === 'callout') return holdsImage(block.children, id)
    return false
  })
}

function unique(words: string[]): string[] {
  return [...new Set(words.filter((word) => word !== ''))]
}

function toIso(date: string): string | null {
  const time = Date.parse(date)
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}
