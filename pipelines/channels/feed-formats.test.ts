/** Every feed format as others read it: libxml2 for what is XML, and a feed parser that is not ours. */
import { execFileSync } from 'node:child_process'
import { parseFeed } from 'feedsmith'
import { describe, expect, it } from 'vitest'
import { deepFreeze, makeItem, nastyItems } from '../../tests/fixtures/items.ts'
import { site } from '../../tests/fixtures/site.ts'
import type { ContentItem } from '../content-item.ts'
import { toFeedItem } from '../text/feed-item.ts'
import { FEED_BYTES } from './feed-limit.ts'
import { feedFormats } from './registry.ts'

/** An entry as the parser gives it; formats name things differently. */
type Read = { id: string; title: string; body: string; summary: string; url: string; authors: string[] }

const page = {
  title: 'Plant & People <all>',
  description: 'Everything ]]> at once',
  home: 'https://example.com',
  url: 'https://cms.example.com/feeds/all?a=1&b=2',
  isArchive: false,
}

describe.each(feedFormats.map((format) => [format.slug, format] as const))('%s', (_, format) => {
  const render = (items: readonly ContentItem[]) =>
    format.render({ items: deepFreeze([...items]), site, page, changedAt: '2026-02-05T10:30:00.000Z' }).body

  /** Its entries; fails where a strict reader would give up. */
  function read(document: string): Read[] {
    if (format.mediaType.includes('xml'))
      execFileSync('xmllint', ['--noout', '--nonet', '-'], {
        input: document,
        stdio: ['pipe', 'pipe', 'pipe'],
      })
    else JSON.parse(document)
    return entriesOf(document)
  }

  it.each(nastyItems().map((item) => [item.id, item] as const))(
    'is read as it was written: %s',
    (_id, item) => {
      const document = render([item])
      expect(Buffer.byteLength(document)).toBeLessThanOrEqual(FEED_BYTES)
      const [entry, ...more] = read(document)
      expect(more).toEqual([])
      const isTooBig = Buffer.byteLength(item.html) > FEED_BYTES / 2
      const sent = toFeedItem(item, { site, brief: isTooBig })
      expect(entry?.id).toBe(sent.id)
      expect(entry?.title).toBe(sent.title)
      expect(entry?.url).toBe(sent.url)
      expect(flat(entry?.summary)).toBe(flat(sent.summary))
      expect(flat(entry?.body).endsWith(flat(sent.html))).toBe(true)
      expect(entry?.authors).toEqual(sent.authors.map(({ name }) => name))
    },
  )

  it('holds them all in their order, as far as the limit goes', () => {
    const items = nastyItems().filter(({ html }) => html.length < 10_000)
    const ids = read(render(items)).map(({ id }) => id)
    expect(ids.length).toBeGreaterThan(20)
    expect(ids).toEqual(items.slice(0, ids.length).map(({ id }) => id))
  })

  it('is read when it is empty, and holds as many of 10,000 items as fit', () => {
    expect(read(render([]))).toEqual([])
    const many = Array.from({ length: 10_000 }, (_item, index) => makeItem({ id: `articles:${index}` }))
    const document = render(many)
    expect(Buffer.byteLength(document)).toBeLessThanOrEqual(FEED_BYTES)
    const ids = read(document).map(({ id }) => id)
    expect(ids).toEqual(many.slice(0, ids.length).map(({ id }) => id))
    expect(ids.length).toBeGreaterThan(50)
  })
})

/** Space at the ends is no one's words, and parsers take it away. */
const flat = (text = '') => text.replace(/\s+/g, ' ').trim()

function entriesOf(document: string): Read[] {
  const { format, feed } = parseFeed(document)
  const names = (authors: readonly { name?: string | undefined }[] | undefined) =>
    (authors ?? []).map(({ name = '' }) => name)
  if (format === 'rss')
    return (feed.items ?? []).map((item) => ({
      id: item.guid?.value ?? '',
      title: item.title ?? '',
      body: item.content?.encoded ?? '',
      summary: item.description ?? '',
      url: item.link ?? '',
      authors: item.dc?.creators ?? [],
    }))
  if (format === 'atom')
    return (feed.entries ?? []).map((entry) => ({
      id: entry.id ?? '',
      title: entry.title?.value ?? '',
      body: entry.content?.value ?? '',
      summary: entry.summary?.value ?? '',
      url: entry.links?.find(({ rel = 'alternate' }) => rel === 'alternate')?.href ?? '',
      authors: names(entry.authors),
    }))
  if (format === 'json')
    return (feed.items ?? []).map((item) => ({
      id: item.id ?? '',
      title: item.title ?? '',
      body: item.content_html ?? '',
      summary: item.summary ?? '',
      url: item.url ?? '',
      authors: names(item.authors),
    }))
  throw new Error(`The parser takes it for ${format}`)
}
