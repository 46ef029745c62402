import { execFileSync } from 'node:child_process'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ContentItem } from '../../pipelines/content-item.ts'
import { append } from '../../pipelines/ledger/append.ts'
import { makeItem } from '../fixtures/items.ts'
import { databaseUrl, startGalley, type TestGalley } from '../support/galley.ts'
import { describeOnSqlite } from '../support/only-on.ts'

const COUNT = 62

/** Values of an XPath, by a parser outside JavaScript; '' where nothing matches. */
function xpath(xml: string, expression: string): string[] {
  try {
    const found = execFileSync('xmllint', ['--nonet', '--xpath', expression, '-'], {
      input: xml,
      encoding: 'utf8',
      stdio: ['pipe', 'pipe', 'ignore'],
    })
    return found.split('\n').filter(Boolean)
  } catch {
    // xmllint ends with 10 for an empty node set; what is not well-formed fails the test by the missing values.
    return []
  }
}

describe.skipIf(databaseUrl() === null)('the archive of a feed', () => {
  let instance: TestGalley
  const get = async (url: string) => (await request(instance.app).get(url).expect(200)).text

  /** Below Payload: what the archive is made of is the ledger. */
  const put = (index: number, item: ContentItem | null) =>
    append(instance.payload, `articles:${index}`, async (last) => {
      const of = item ?? makeItem()
      return {
        ...{ itemId: `articles:${index}`, type: 'articles', slug: of.slug, url: of.url, item },
        action: item ? (last ? 'updated' : 'published') : 'unpublished',
        cause: 'save',
        hash: `${Math.random()}`,
        ownHash: '',
        publishedAt: of.publishedAt,
        dependsOn: [],
        by: '',
      }
    })
  const make = (index: number) =>
    makeItem({
      id: `articles:${index}`,
      slug: `item-${index}`,
      title: `Item ${index}`,
      // Published in an order that is not that of their dates.
      publishedAt: new Date(Date.UTC(2026, 0, 1 + ((index * 7) % COUNT))).toISOString(),
    })

  beforeAll(async () => {
    instance = await startGalley()
    for (let index = 1; index <= COUNT; index++) await put(index, make(index))
    await instance.galley.settled()
  })
  afterAll(() => instance?.close())

  /** Every guid from the newest page to the oldest, doing `between` once on the way. */
  async function walkRss(between: () => Promise<void>, feed = '/feeds/rss.xml'): Promise<string[]> {
    const link = (xml: string, rel: string) =>
      xpath(xml, `/rss/channel/*[local-name()="link" and @rel="${rel}"]/@href`)
    const seen: string[] = []
    let [next] = link(await get(feed), 'prev-archive')
    for (let step = 0; next; step++) {
      const address = new URL(/href="([^"]*)"/.exec(next)?.[1]?.replaceAll('&amp;', '&') ?? '')
      const page = await get(address.pathname + address.search)
      expect(Buffer.byteLength(page)).toBeLessThanOrEqual(250_000)
      seen.push(...xpath(page, '//item/guid/text()'))
      if (step === 0) await between()
      ;[next] = link(page, 'prev-archive')
    }
    return seen
  }

  it('holds every item once, in RSS and in JSON Feed, newest 50 aside or not', async () => {
    const all = Array.from({ length: COUNT }, (_, index) => `articles:${index + 1}`).sort()
    expect((await walkRss(async () => {})).sort()).toEqual(all)

    const seen: string[] = []
    const first = JSON.parse(await get('/feeds/feed.json')) as { items: { id: string }[]; next_url: string }
    expect(first.items.length).toBeLessThanOrEqual(50)
    let next: string | undefined = first.next_url
    while (next) {
      const { pathname, search } = new URL(next)
      const page = JSON.parse(await get(pathname + search)) as { items: { id: string }[]; next_url?: string }
      seen.push(...page.items.map(({ id }) => id))
      next = page.next_url
    }
    expect(seen.sort()).toEqual(all)
  })

  it('gives a walker every item once while somebody publishes, edits and takes back', async () => {
    const seen = await walkRss(async () => {
      await put(COUNT + 1, make(COUNT + 1))
      await put(3, { ...make(3), title: 'Item 3, edited' })
      await put(10, null)
      await instance.galley.settled()
    })
    expect(new Set(seen).size).toBe(seen.length)
    for (let index = 1; index <= COUNT; index++) {
      if (index !== 10) expect(seen).toContain(`articles:${index}`)
    }
  })

  describeOnSqlite('of long texts', () => {
    it('splits a page that is too big and loses nothing of it, while its items change', async () => {
      const html = `<p>${'A long sentence about soil and water. '.repeat(1_200)}</p>`
      for (let index = 20; index < 30; index++) await put(index, { ...make(index), html })
      await instance.galley.settled()
      const pages = new Set<string>()
      const seen = await walkRss(async () => {
        await put(25, { ...make(25), html: `${html}${html}` })
        await put(21, { ...make(21), html: html.repeat(8) })
        await put(28, null)
        await instance.galley.settled()
      }, '/feeds/articles/rss.xml')
      for (const guid of seen) pages.add(guid)
      expect(pages.size).toBe(seen.length)
      for (let index = 1; index <= COUNT; index++) {
        if (index !== 10 && index !== 28) expect(seen).toContain(`articles:${index}`)
      }
      // One that alone is over the limit goes out with its summary.
      const whole = await get('/feeds/articles/feed.json?page=1&below=23')
      const [first] = (
        JSON.parse(whole) as { items: { id: string; content_html: string; summary: string }[] }
      ).items
      expect(first?.id).toBe('articles:21')
      expect(first?.content_html).toBe(`<p>${first?.summary}</p>`)
    })
  })

  it('marks full pages as archive, names the current document, and answers 404 beyond the last', async () => {
    const page = await get('/feeds/rss.xml?page=1')
    expect(xpath(page, '//*[local-name()="archive"]')).toHaveLength(1)
    expect(page).toContain('rel="current"')
    expect(page).toContain('rel="next-archive"')
    for (const wrong of ['99', '0', '-1', 'x']) {
      await request(instance.app).get(`/feeds/rss.xml?page=${wrong}`).expect(404)
    }
  })
})
