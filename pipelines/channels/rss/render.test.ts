import { execFileSync } from 'node:child_process'
import { afterEach, describe, expect, it } from 'vitest'
import { deepFreeze, makeImage, makeItem, nastyItems } from '../../../tests/fixtures/items.ts'
import { makeSite, site } from '../../../tests/fixtures/site.ts'
import type { ContentItem } from '../../content-item.ts'
import { wellFormed } from '../../rich-text/well-formed.ts'
import { toLine } from '../../text/to-line.ts'
import { type RssInput, renderRss, renderRssPage } from './render.ts'

const feed = {
  url: 'https://cms.example.com/feeds/rss.xml?a=1&b=2',
  title: 'Plant & People <all>',
  description: 'Everything ]]> at once',
  link: 'https://example.com',
}

function render(items: readonly ContentItem[], more: Partial<RssInput> = {}): string {
  return renderRss({ items, site, feed, lastBuildDate: '2026-02-05T10:30:00.000Z', ...more })
}

/** Fails when libxml2 finds the document not well-formed. */
function lint(xml: string): void {
  execFileSync('xmllint', ['--noout', '-'], { input: xml, stdio: ['pipe', 'pipe', 'pipe'] })
}

/** What libxml2 reads at an XPath; namespace prefixes do not count: `*[name()="dc:creator"]`. */
function read(xml: string, xpath: string): string {
  const output = execFileSync('xmllint', ['--xpath', xpath, '-'], { input: xml, encoding: 'utf8' })
  return output.replace(/\n$/, '')
}

describe('the channel', () => {
  const xml = render([])

  it('is well-formed without items and says what it is', () => {
    lint(xml)
    expect(read(xml, 'string(/rss/@version)')).toBe('2.0')
    expect(read(xml, 'string(/rss/channel/title)')).toBe(feed.title)
    expect(read(xml, 'string(/rss/channel/description)')).toBe(feed.description)
    expect(read(xml, 'string(/rss/channel/link)')).toBe(feed.link)
    expect(read(xml, 'string(/rss/channel/language)')).toBe('en')
    expect(read(xml, 'string(/rss/channel/ttl)')).toBe('60')
    expect(read(xml, 'string(/rss/channel/generator)')).toBe('Galley')
    expect(read(xml, 'string(//*[name()="atom:link"][@rel="self"]/@href)')).toBe(feed.url)
    expect(read(xml, 'count(//item)')).toBe('0')
  })

  it('has the build date that it was given, once', () => {
    expect(read(xml, 'string(/rss/channel/lastBuildDate)')).toBe('Thu, 05 Feb 2026 10:30:00 GMT')
    expect(read(xml, 'count(//lastBuildDate)')).toBe('1')
    expect(() => render([], { lastBuildDate: 'soon' })).toThrow('[channel:rss] lastBuildDate is not a date')
  })

  it('has an image only when the icon is small enough', () => {
    expect(read(xml, 'count(//image)')).toBe('0')
    const small = {
      preset: 'thumbnail' as const,
      format: 'jpeg' as const,
      width: 144,
      height: 144,
      bytes: 900,
    }
    const icon = makeImage({ renditions: [{ ...small, url: 'https://cms.example.com/media/i.jpg' }] })
    const withIcon = render([], { site: makeSite({ icon }) })
    expect(read(withIcon, 'string(//image/url)')).toBe('https://cms.example.com/media/i.jpg')
    expect(read(withIcon, 'string(//image/title)')).toBe(feed.title)
    expect(read(withIcon, 'string(//image/link)')).toBe(feed.link)
    expect(read(withIcon, 'string(//image/width)')).toBe('144')
  })

  it('links the hub and the archive when told to', () => {
    const links = [{ rel: 'prev-archive' as const, href: 'https://cms.example.com/feeds/rss.xml?page=1' }]
    const archive = render([], { feed: { ...feed, links, isArchive: true } })
    lint(archive)
    expect(read(archive, 'string(//*[name()="atom:link"][@rel="prev-archive"]/@href)')).toBe(links[0]?.href)
    expect(read(archive, 'count(//*[name()="fh:archive"])')).toBe('1')
  })
})

describe('an item', () => {
  it('escapes its title once, as the profile asks', () => {
    const title = 'AT&T <b>x</b> &amp; &nbsp;'
    const xml = render([makeItem({ title })])
    expect(xml).toContain('<title>AT&#x26;T &#x3C;b&#x3E;x&#x3C;/b&#x3E; &#x26;amp; &#x26;nbsp;</title>')
    expect(read(xml, 'string(//item/title)')).toBe(title)
  })

  it('has guid, date, creators, categories, media and enclosure', () => {
    const authors = ['Langley, Daniel', 'Zoë <Q>'].map((name) => ({ ...makeItem().authors[0], name }))
    const xml = render([makeItem({ authors: authors as ContentItem['authors'] })])
    expect(read(xml, 'string(//item/guid)')).toBe('articles:k3v9x1')
    expect(read(xml, 'string(//item/guid/@isPermaLink)')).toBe('false')
    expect(read(xml, 'string(//item/pubDate)')).toBe('Wed, 04 Feb 2026 09:00:00 GMT')
    expect(read(xml, 'string(//item/*[name()="dc:creator"][1])')).toBe('Langley, Daniel')
    expect(read(xml, 'string(//item/*[name()="dc:creator"][2])')).toBe('Zoë <Q>')
    expect(read(xml, 'count(//item/author)')).toBe('0')
    expect(read(xml, 'string(//item/category[1])')).toBe('Core MES / MOM')
    expect(read(xml, 'count(//item/category)')).toBe('3')
    const media = '//item/*[name()="media:content"]'
    expect(read(xml, `string(${media}/@medium)`)).toBe('image')
    expect(read(xml, `string(${media}/@width)`)).toBe('1600')
    expect(read(xml, `string(${media}/*[name()="media:description"])`)).toBe(makeImage().alt)
    expect(read(xml, 'string(//item/enclosure/@length)')).toBe('181234')
    expect(read(xml, 'string(//item/enclosure/@type)')).toBe('image/jpeg')
  })

  it('has the summary before the body', () => {
    const names = read(render([makeItem()]), '//item/*').match(/<(description|content:encoded)/g)
    expect(names).toEqual(['<description', '<content:encoded'])
  })

  it('begins its body with the image, unless the body shows it', () => {
    const body = '//item/*[name()="content:encoded"]'
    expect(read(render([makeItem()]), `string(${body})`)).toMatch(
      /^<p><img src="[^"]+floor-full\.jpg" alt="Nine/,
    )
    const html = '<p>Look:</p><img src="https://cms.example.com/media/floor-16x9.jpg" alt="">'
    expect(read(render([makeItem({ html })]), `string(${body})`)).toBe(html)
  })

  it('has no enclosure when no size is known, and the organisation when no author is', () => {
    const xml = render([makeItem({ image: makeImage({ renditions: [] }), authors: [] })])
    expect(read(xml, 'count(//enclosure)')).toBe('0')
    expect(read(xml, 'string(//*[name()="dc:creator"])')).toBe('Acme Talent')
  })

  it.each([
    ['1965-03-09T23:59:59.000Z', 'Tue, 09 Mar 1965 23:59:59 GMT'],
    ['1970-01-01T00:00:00.000Z', 'Thu, 01 Jan 1970 00:00:00 GMT'],
    ['2098-12-31T00:00:00.000Z', 'Wed, 31 Dec 2098 00:00:00 GMT'],
    ['2026-02-04T14:30:00.000+05:30', 'Wed, 04 Feb 2026 09:00:00 GMT'],
  ])('writes %s as %s', (publishedAt, pubDate) => {
    expect(read(render([makeItem({ publishedAt })]), 'string(//item/pubDate)')).toBe(pubDate)
  })
})

describe('nasty input', () => {
  it.each(nastyItems().map((item) => [item.id, item] as const))('%s survives libxml2', (_id, item) => {
    const xml = render([item])
    lint(xml)
    expect(read(xml, 'count(//item)')).toBe('1')
    expect(read(xml, 'string(//item/guid)')).toBe(item.id)
    const title = read(xml, 'string(//item/title)')
    if (toLine(item.title) !== '' && item.id !== 'articles:huge') expect(title).toBe(toLine(item.title))
    expect(title).not.toBe('')
    expect(read(xml, 'string(//item/link)')).toMatch(/^https:\/\/example\.com\/[\x21-\x7e]+$/)
    expect(xml).toBe(wellFormed(xml))
  })

  it('gives the body back as it was', () => {
    const item = nastyItems().find(({ id }) => id === 'articles:cdata')
    const xml = render([makeItem({ ...item, image: null })])
    expect(read(xml, 'string(//item/*[name()="content:encoded"])')).toBe(item?.html)
    expect(read(xml, 'string(//item/description)')).toBe(item?.summary)
    expect(read(xml, 'string(//channel/lastBuildDate)')).toBe('Thu, 05 Feb 2026 10:30:00 GMT')
  })
})

describe('at most 250 KB', () => {
  it('leaves the oldest out and says how many went', () => {
    const html = `<p>${'ä &amp; '.repeat(5000)}</p>`
    const items = Array.from({ length: 50 }, (_, index) => makeItem({ id: `articles:${index}`, html }))
    const { xml, count } = renderRssPage({ items, site, feed, lastBuildDate: '2026-02-05T10:30:00Z' })
    lint(xml)
    expect(Buffer.byteLength(xml)).toBeLessThanOrEqual(250_000)
    expect(Buffer.byteLength(xml)).toBeGreaterThan(200_000)
    expect(read(xml, 'count(//item)')).toBe(String(count))
    expect(read(xml, 'string(//item[last()]/guid)')).toBe(`articles:${count - 1}`)
  })

  it('gives an item that alone is too big with its summary only', () => {
    const huge = nastyItems().filter(({ id }) => id === 'articles:huge')
    const xml = render([...huge, makeItem()])
    expect(read(xml, 'count(//item)')).toBe('2')
    expect(read(xml, 'string(//item[1]/*[name()="content:encoded"])')).toMatch(/<p>Why 30 sites.*<\/p>$/)
    expect(read(xml, 'string(//item[2]/*[name()="content:encoded"])')).toContain('force rarely sticks')
  })
})

describe('the same input', () => {
  const zone = process.env.TZ
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ
    else process.env.TZ = zone
  })

  it('gives the same bytes in every time zone, and is left as it was', () => {
    const items = deepFreeze(nastyItems())
    const first = render(items, { site: deepFreeze(makeSite()) })
    process.env.TZ = 'Pacific/Kiritimati'
    expect(render(items)).toBe(first)
  })
})
