import { afterEach, describe, expect, it } from 'vitest'
import { deepFreeze, makeItem, makePerson, nastyItems } from '../../../tests/fixtures/items.ts'
import { makeSite, site } from '../../../tests/fixtures/site.ts'
import type { ContentItem } from '../../content-item.ts'
import { wellFormed } from '../../rich-text/well-formed.ts'
import { toLine } from '../../text/to-line.ts'
import { renderJsonFeed, renderJsonFeedPage } from './render.ts'

const feed = {
  url: 'https://cms.example.com/feeds/feed.json',
  homePageUrl: 'https://example.com',
  title: 'Plant & People',
  description: 'Everything at once',
}

type Item = { [key: string]: unknown } & {
  id: string
  title: string
  url: string
  authors: { name: string }[]
}

function parse(items: readonly ContentItem[]): { [key: string]: unknown } & { items: Item[] } {
  return JSON.parse(renderJsonFeed({ items, site, feed }))
}

describe('the feed', () => {
  it('says what it is, also without items', () => {
    expect(parse([])).toEqual({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Plant & People',
      home_page_url: 'https://example.com',
      feed_url: 'https://cms.example.com/feeds/feed.json',
      description: 'Everything at once',
      icon: 'https://cms.example.com/media/icon.jpg',
      authors: [{ name: 'Acme Talent', url: 'https://example.com' }],
      language: 'en',
      items: [],
    })
  })

  it('names the next page and the hubs', () => {
    const nextUrl = 'https://cms.example.com/feeds/feed.json?page=2'
    const json = renderJsonFeed({
      items: [],
      site,
      feed: { ...feed, nextUrl, hubs: ['https://hub.example/'] },
    })
    expect(JSON.parse(json)).toMatchObject({
      next_url: nextUrl,
      hubs: [{ type: 'WebSub', url: 'https://hub.example/' }],
    })
  })
})

describe('an item', () => {
  it('holds the words, the picture, the people and the dates', () => {
    const item = makeItem()
    expect(parse([item]).items).toEqual([
      {
        id: 'articles:k3v9x1',
        url: item.url,
        title: item.title,
        content_html: item.html,
        content_text: item.text,
        summary: item.summary,
        image: 'https://cms.example.com/media/floor-full.jpg',
        date_published: '2026-02-04T09:00:00.000Z',
        date_modified: '2026-02-05T10:30:00.000Z',
        authors: [{ name: 'Daniel Langley', url: 'https://example.com/people/daniel-langley' }],
        tags: ['Core MES / MOM', 'Manufacturing leadership', 'Industry 4.0'],
        _galley: { type: 'articles' },
      },
    ])
  })

  it('leaves out what it does not have, and is never without content', () => {
    const [item] = parse([
      makeItem({ html: '', text: '', image: null, topics: [], authors: [], publishedAt: '' }),
    ]).items
    expect(item).not.toHaveProperty('image')
    expect(item).not.toHaveProperty('tags')
    expect(item).not.toHaveProperty('date_published')
    expect(item?.authors).toEqual([{ name: 'Acme Talent', url: 'https://example.com' }])
    expect(item?.content_html).toBe('<p>Why 30 sites adopted one system: local champions came first.</p>')
  })

  it('keeps two authors apart, one with a comma', () => {
    const [item] = parse([makeItem({ authors: [makePerson('Langley, Daniel'), makePerson('Ann')] })]).items
    expect(item?.authors.map(({ name }) => name)).toEqual(['Langley, Daniel', 'Ann'])
  })
})

it.each(nastyItems().map((item) => [item.id, item] as const))('%s survives', (id, item) => {
  const json = renderJsonFeed({ items: [item], site, feed })
  const [read] = parse([item]).items
  expect(read?.id).toBe(id)
  if (toLine(item.title) !== '' && id !== 'articles:huge') expect(read?.title).toBe(toLine(item.title))
  expect(read?.title).not.toBe('')
  expect(read?.url).toMatch(/^https:\/\/example\.com\/[\x21-\x7e]+$/)
  // An escape in the JSON would be a lone surrogate or a control.
  expect(json).not.toMatch(/\\u(?:d[89a-f]|00[01])/i)
  expect(json).toBe(wellFormed(json))
})

it('has at most 250 KB: the oldest stay out, and what alone is too big comes with its summary', () => {
  const huge = nastyItems().filter(({ id }) => id === 'articles:huge')
  const html = `<p>${'ä "x" '.repeat(5000)}</p>`
  const items = [...huge, ...Array.from({ length: 50 }, (_, at) => makeItem({ id: `articles:${at}`, html }))]
  const { json, count } = renderJsonFeedPage({ items, site, feed })
  const read = JSON.parse(json) as { items: Item[] }
  expect(Buffer.byteLength(json)).toBeLessThanOrEqual(250_000)
  expect(Buffer.byteLength(json)).toBeGreaterThan(200_000)
  expect(read.items.map(({ id }) => id)).toEqual(items.slice(0, count).map(({ id }) => id))
  expect(read.items[0]?.content_html).toBe(`<p>${makeItem().summary}</p>`)
})

describe('the same input', () => {
  const zone = process.env.TZ
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ
    else process.env.TZ = zone
  })

  it('gives the same bytes in every time zone, and is left as it was', () => {
    const input = deepFreeze({ items: nastyItems(), site: makeSite(), feed })
    const first = renderJsonFeed(input)
    process.env.TZ = 'Pacific/Kiritimati'
    expect(renderJsonFeed(input)).toBe(first)
  })
})
