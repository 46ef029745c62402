/** What the API answers, of a read model without a Galley. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ContentItem } from '../../../pipelines/content-item.ts'
import { openTestStore, PUBLIC_URL, type TestStore } from '../../../tests/fixtures/delivery.ts'
import { makeItem, makePerson, makeTopic } from '../../../tests/fixtures/items.ts'

let site: TestStore
beforeEach(() => {
  site = openTestStore()
})
afterEach(() => site.close())

const article = (slug: string, more: Partial<ContentItem> = {}) =>
  makeItem({ id: `articles:${slug}`, slug, title: slug, ...more })
const slugsOf = (address: string) => site.get(address).json.data.map(({ slug }: ContentItem) => slug)

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

describe('a parameter', () => {
  it.each([
    ['/articles?limt=1', 'limt', 'limit'],
    ['/articles?topic[]=a', 'topic[]', 'topic'],
    ['/articles?__proto__=1', '__proto__', 'author'],
    ['/articles?family=a', 'family', 'topic'],
    ['/articles/x?limit=1', 'limit', 'fields'],
    ['/?x=1', 'x', undefined],
    ['/redirects?count=true', 'count', 'after'],
    ['/articles?sort=name', 'sort', '-updatedAt'],
    ['/articles?fields=title,nothing', 'fields', 'title'],
    ['/articles?include=everything', 'include', 'faqs'],
    ['/glossary-terms?letter=ab', 'letter', '#'],
  ])('of %s is refused, and what is allowed is listed', (address, parameter, allowed) => {
    const { status, json } = site.get(address)
    expect([status, json.parameter, json.detail.includes(`"${parameter}"`)]).toEqual([400, parameter, true])
    expect(json.allowed).toEqual(allowed === undefined ? [] : expect.arrayContaining([allowed]))
  })

  it.each([
    'limit=0',
    'limit=101',
    'limit=1e1',
    'limit=+1',
    'limit=',
    'limit=1&limit=1',
    'count=yes',
    'updatedSince=yesterday',
    'updatedSince=2026-13-45',
    'updatedSince=2026-01-31T00:00:00',
    'topic=',
    'topic=a,,b',
    'topic=a%00',
    `topic=${'a'.repeat(2_001)}`,
    `topic=${Array.from({ length: 51 }, (_, n) => n)}`,
    `topic=${','.repeat(1_000_000)}`,
    'after=nothing',
    `after=${Buffer.from('["an-epoch"]').toString('base64url')}`,
    `after=${Buffer.from('["an-epoch","-publishedAt",1,{}]').toString('base64url')}`,
    `after=${Buffer.from('["an-epoch","title","a","b"]').toString('base64url')}`,
  ])('%s is refused by name and value', (query) => {
    const { status, json, tags } = site.get(`/articles?${query}`)
    const [name = ''] = query.split('=')
    expect([status, json.parameter, json.detail.startsWith(`"${name}"`), tags]).toEqual([
      400,
      name,
      true,
      null,
    ])
    expect(json.value.length).toBeLessThanOrEqual(201)
  })

  it('that is a cursor of another history says so', () => {
    const after = Buffer.from('["another","-publishedAt","a","b"]').toString('base64url')
    expect(site.get(`/articles?after=${after}`)).toMatchObject({
      status: 410,
      json: { detail: expect.stringContaining('start over') },
    })
  })
})

describe('a list', () => {
  it('narrows with every filter; comma is OR', () => {
    const study = (slug: string, client: string) =>
      makeItem({
        id: `case-studies:${slug}`,
        type: 'case-studies',
        slug,
        fields: { client },
        publishedAt: slug,
      })
    site.publish(study('1', 'Müller, Meier & Co'), study('2', 'Example'), study('3', 'Else'))
    expect(slugsOf('/case-studies?client=Example,Else')).toEqual(['3', '2'])
    expect(slugsOf(`/case-studies?client=${encodeURIComponent('Müller\\, Meier & Co')},Example`)).toEqual([
      '2',
      '1',
    ])
    expect(slugsOf('/case-studies?client=Example&topic=none')).toEqual([])
  })

  it('takes topics below a topic, round in circles too', () => {
    const topic = (slug: string, parent: string | null) =>
      makeItem({
        id: `topics:${slug}`,
        type: 'topics',
        slug,
        fields: { parent: parent && { name: '', slug: parent } },
      })
    site.publish(topic('top', 'low'), topic('mid', 'top'), topic('low', 'mid'), topic('other', null))
    site.publish(article('a', { topics: [makeTopic('low')] }), article('b', { topics: [makeTopic('other')] }))
    expect(slugsOf('/articles?topic=top')).toEqual([])
    const below = site.get('/articles?topic=top&descendants=true')
    expect(below.json.data).toHaveLength(1)
    expect(below.tags).toEqual(expect.arrayContaining(['articles topic:low', 'articles topic:mid', 'topics']))
    site.unpublish(topic('mid', 'top'))
    expect(slugsOf('/articles?topic=top&descendants=true')).toEqual([])
  })

  it('is stale when one of the lists of its smallest filter is', () => {
    site.publish(
      article('a', { topics: [makeTopic('one'), makeTopic('two')] }),
      article('b', { topics: [makeTopic('one')] }),
    )
    expect(site.get('/articles').tags).toEqual(['articles'])
    expect(site.get('/articles?topic=one').tags).toEqual(['articles topic:one'])
    expect(site.get('/articles?topic=one&author=daniel-langley,none&relatedTo=topics:two').tags).toEqual([
      'articles relatedTo:topics:two',
    ])
    const applied = site.publish(article('b', { topics: [makeTopic('two')] }))
    expect([...applied.tags]).toEqual(
      expect.arrayContaining(['articles', 'articles topic:one', 'articles topic:two']),
    )
  })

  it('links to the next page with the same parameters', () => {
    site.publish(article('a'), article('b'))
    const first = site.get('/articles?fields=slug&limit=1&topic=industry%25204.0')
    const [, address] = first.headers?.Link?.match(/^<(.+)>; rel="next"$/) ?? []
    const next = site.get(address ?? '')
    expect([...first.json.data, ...next.json.data]).toEqual([
      { id: 'articles:b', slug: 'b' },
      { id: 'articles:a', slug: 'a' },
    ])
    expect([next.json.page, next.headers]).toEqual([{ limit: 1, next: null }, undefined])
  })
})

describe('the shape of items', () => {
  const ada = makeItem({ id: 'people:ada', type: 'people', slug: 'ada', title: 'Ada' })
  const faq = makeItem({ id: 'faqs:why', type: 'faqs', slug: 'why', title: 'Why?' })
  const card = { id: 'faqs:why', type: 'faqs', slug: 'why', url: '', title: 'Why?', summary: '', image: null }
  const shown = article('a', {
    authors: [makePerson('Ada'), makePerson('Gone')],
    relations: {
      faqs: [{ ...card, html: '<p>', text: 't', blocks: [] }],
      caseStudies: [],
      glossaryTerms: [],
      roleProfiles: [],
    },
  })
  const get = (query: string) => site.get(`/articles/a?${query}`).json.data
  beforeEach(() => void site.publish(ada, faq, shown))

  it('has the members that are asked for, in their order', () => {
    expect(Object.keys(get('fields=url,title'))).toEqual(['id', 'url', 'title'])
    expect(Object.keys(get('fields=title&body=blocks'))).toEqual(['id', 'title', 'blocks', 'toc'])
    expect(Object.keys(get('fields=title&include=author'))).toEqual(['id', 'title', 'authors'])
    expect(get('fields=id,ladder')).toEqual({ id: 'articles:a' })
  })

  it('has the forms of the body that are asked for, questions too', () => {
    const { html, text, markdown, blocks, toc, ...rest } = { ...shown, toc: [] }
    const faqs = (more: object) => ({ ...shown.relations, faqs: [{ ...card, ...more }] })
    expect(get('body=html,blocks')).toEqual({
      ...rest,
      html,
      blocks,
      toc,
      relations: faqs({ html: '<p>', blocks: [] }),
    })
    expect(get('body=none')).toEqual({ ...rest, relations: faqs({}) })
  })

  it('has whole items for cards, those that are public, and is stale with them', () => {
    const { data } = site.get('/articles/a?include=author,faqs').json
    expect(data.authors).toEqual([{ ...ada, toc: [] }])
    expect(data.relations).toEqual({ ...shown.relations, faqs: [{ ...faq, toc: [] }] })
    expect(data.html).toBe(shown.html)
    const list = site.get('/articles?include=author,faqs&body=none')
    expect(list.tags).toEqual(['articles', 'item people:ada', 'item people:gone', 'item faqs:why'])
    expect(list.json.data[0].authors[0]).not.toHaveProperty('html')
    expect(get('fields=title&include=faqs').relations).toEqual({ faqs: [{ ...faq, toc: [] }] })
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
