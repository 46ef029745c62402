/** What addresses answer, of a read model without a Galley. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ContentItem } from '../../../pipelines/content-item.ts'
import { openTestStore, PUBLIC_URL, type TestStore } from '../../../tests/fixtures/delivery.ts'
import { makeItem } from '../../../tests/fixtures/items.ts'
import { rootExample } from './openapi/others.ts'

let site: TestStore
beforeEach(() => {
  site = openTestStore()
})
afterEach(() => site.close())

const article = (slug: string, more: Partial<ContentItem> = {}) =>
  makeItem({ id: `articles:${slug}`, slug, title: slug, ...more })

describe('an address', () => {
  it('gives the item that lives there, as it stands in the store', () => {
    site.publish(article('here'))
    const answer = site.get('/articles/here')
    expect(answer.json).toEqual({ data: { ...article('here'), toc: [] } })
    expect([answer.status, answer.tags]).toEqual([200, ['at articles/here', 'item articles:here']])
    expect(site.get('/items/articles:here').json).toEqual(answer.json)
    expect(site.get('/items/articles%3Ahere').tags).toEqual(['item articles:here'])
  })

  it('shows what other items carry to it', () => {
    site.publish(article('here'))
    site.store.sql('UPDATE items SET carried = ?').run('"mentions":[1]')
    expect(site.get('/articles/here').json.data.mentions).toEqual([1])
    expect(site.get('/articles').json.data[0].mentions).toEqual([1])
    expect(site.get('/articles?fields=mentions').json.data).toEqual([{ id: 'articles:here', mentions: [1] }])
  })

  it('leads from a former slug to the present one, with the same query', () => {
    const moved = article('new', { id: 'articles:x', formerSlugs: ['old', 'älter'] })
    site.publish(article('old', { id: 'articles:x' }), moved)
    const answer = site.get('/articles/old?body=html')
    expect(answer.status).toBe(308)
    expect(answer.headers?.Location).toBe(`${PUBLIC_URL}/v1/articles/new?body=html`)
    expect(answer.tags).toEqual(['at articles/old', 'item articles:x'])
    expect(site.get('/articles/%C3%A4lter').headers?.Location).toBe(`${PUBLIC_URL}/v1/articles/new`)
    expect(site.get('/articles/old?nonsense=1').status).toBe(400)
    expect(site.get('/people/old').status).toBe(404)
    site.unpublish(moved)
    expect(['old', 'new'].map((slug) => site.get(`/articles/${slug}`).status)).toEqual([410, 410])
    expect(site.get('/items/articles:x').status).toBe(410)
  })

  it('belongs to whoever took it, and after them to nobody', () => {
    const first = article('b', { id: 'articles:1', formerSlugs: ['a'] })
    const second = article('a', { id: 'articles:2' })
    site.publish(article('a', { id: 'articles:1' }), first, second)
    expect(site.get('/articles/a').json.data.id).toBe('articles:2')
    expect(site.get('/redirects').json.data).toEqual([])
    site.publish({ ...first, formerSlugs: [] })
    expect(site.get('/articles/a').json.data.id).toBe('articles:2')
    site.unpublish(second)
    expect(site.get('/articles/a').status).toBe(410)
  })

  it('tells nobody a draft from nothing', () => {
    site.publish(article('here'))
    const said = (slug: string) => {
      const { status, body, tags } = site.get(`/articles/${slug}`)
      return JSON.stringify([status, body, tags]).replaceAll(slug, '…')
    }
    expect(new Set(['a-draft', 'nothing', '__proto__', 'constructor'].map(said)).size).toBe(1)
    expect(site.get('/articles/a-draft')).toMatchObject({ status: 404, tags: ['at articles/a-draft'] })
    expect(site.get('/items/articles:none')).toMatchObject({ status: 404, tags: ['item articles:none'] })
  })

  it.each([
    '/nothings',
    '/settings',
    '/media',
    '/settings/site',
    '/items/settings:site',
    '/items',
    '/__proto__',
    '/articles/here/more',
    '/articles/here%00',
    '/articles/here%00more',
    '/articles/%2e%2e%2fhere',
    '/articles/',
  ])('%s is nothing', (address) => {
    site.publish(article('here'), makeItem({ id: 'settings:site', type: 'settings', slug: 'site' }))
    const answer = site.get(address)
    expect([answer.status, answer.json.type, answer.contentType]).toEqual([
      404,
      'about:blank',
      'application/problem+json',
    ])
  })
})

describe('the root and the redirects', () => {
  it('say what there is', () => {
    site.publish(article('a'), article('b'))
    const { json, tags } = site.get('/')
    expect(json.data[0]).toMatchObject({ type: 'articles', count: 2, url: `${PUBLIC_URL}/v1/articles` })
    expect(json.data[0].filters).toContain('topic')
    expect(json.data[0].filters).not.toContain('letter')
    expect([json.links.redirects, tags]).toEqual([`${PUBLIC_URL}/v1/redirects`, ['counts']])
    const { links } = rootExample
    expect(Object.keys(json.links)).toEqual(Object.keys(links))
    for (const [name, link] of Object.entries<string>(json.links))
      if (name !== 'changes' && name !== 'docs')
        expect([200, 400], name).toContain(site.get(link.slice(`${PUBLIC_URL}/v1`.length)).status)
  })

  it('lead from every former slug once, page by page', () => {
    const urlPatterns = { articles: '/blog/{slug}' }
    site.publish(
      makeItem({ id: 'settings:site', type: 'settings', slug: 'site', fields: { urlPatterns } }),
      article('now', { formerSlugs: ['b', 'a ü', 'c'] }),
      makeItem({ id: 'faqs:1', type: 'faqs', slug: 'f', formerSlugs: ['e'] }),
      makeItem({ id: 'media:1', type: 'media', slug: 'm', formerSlugs: ['n'] }),
      article('c'),
    )
    const seen = []
    for (let next: string | null = ''; next !== null; ) {
      const { json } = site.get(`/redirects?limit=1${next && `&after=${next}`}`)
      seen.push(...json.data)
      next = json.page.next
    }
    expect(seen.map(({ type, from, to }) => [type, from, to])).toEqual([
      ['articles', 'a ü', 'now'],
      ['articles', 'b', 'now'],
      ['faqs', 'e', 'f'],
    ])
    expect(seen[0]).toMatchObject({
      id: 'articles:now',
      fromPath: '/blog/a%20%C3%BC',
      toUrl: article('now').url,
    })
  })
})
