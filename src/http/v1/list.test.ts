/** What lists hold, what makes them stale, and the shape of items. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ContentItem } from '../../../pipelines/content-item.ts'
import { openTestStore, type TestStore } from '../../../tests/fixtures/delivery.ts'
import { makeItem, makePerson, makeTopic } from '../../../tests/fixtures/items.ts'

let site: TestStore
beforeEach(() => {
  site = openTestStore()
})
afterEach(() => site.close())

const article = (slug: string, more: Partial<ContentItem> = {}) =>
  makeItem({ id: `articles:${slug}`, slug, title: slug, ...more })
const slugsOf = (address: string) => site.get(address).json.data.map(({ slug }: ContentItem) => slug)

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
    const profile = (slug: string, track: string) =>
      makeItem({
        id: `role-profiles:${slug}`,
        type: 'role-profiles',
        slug,
        fields: { code: slug, family: { track } },
      })
    site.publish(profile('1', 'management'), profile('2', 'individual'), profile('3', ''))
    expect(slugsOf('/role-profiles?track=management')).toEqual(['1'])
    expect(slugsOf('/role-profiles?track=individual,management')).toEqual(['1', '2'])
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

  it('holds fewer items where they are long, and every one once', () => {
    site.publish(article('a', { html: 'a'.repeat(11_000_000) }), article('b'), article('c'))
    for (const address of ['/articles?sort=title&limit=100', '/articles?q=champions&limit=100']) {
      const pages: number[] = []
      const seen: string[] = []
      for (let next: string | null = ''; next !== null; ) {
        const { json, headers } = site.get(`${address}${next && `&after=${next}`}`)
        pages.push(json.data.length)
        seen.push(...json.data.map(({ slug }: ContentItem) => slug))
        expect(json.page.next === null).toBe(headers?.Link === undefined)
        next = json.page.next
      }
      expect([address, pages.length, seen.toSorted()]).toEqual([address, 2, ['a', 'b', 'c']])
    }
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

  it('is read by ranges of indexes, whatever it is narrowed by, and sorted by none but few', () => {
    const { store } = site
    site.publish(article('a', { topics: [makeTopic('one')] }), article('b', { topics: [makeTopic('one')] }))
    const asked = new Set<string>()
    const { sql } = store
    store.sql = (words) => {
      asked.add(words)
      return sql(words)
    }
    const after = site.get('/articles?limit=1').json.page.next
    for (const query of [
      '',
      `after=${after}`,
      'topic=one',
      'topic=one&author=daniel-langley,none&sort=title',
      'topic=one&descendants=true&updatedSince=2020-01-01&sort=-updatedAt&count=true',
      'relatedTo=topics:one&updatedSince=2020-01-01',
    ])
      expect(site.get(`/articles?limit=1&${query}`).json.data).toHaveLength(1)
    for (const address of ['/articles/a', '/articles/none', '/items/articles:a', '/redirects', '/'])
      site.get(address)
    const plans = [...asked].flatMap((words) => {
      if (!words.includes('FROM')) return []
      const values = Array.from(words.matchAll(/\?/g), () => '')
      const steps = sql<[number, number, number, string]>(`EXPLAIN QUERY PLAN ${words}`).all(...values)
      return steps.map(([, , , step]) => ({ words, step }))
    })
    const wordsOf = (isMeant: (step: string) => boolean) =>
      plans.filter(({ step }) => isMeant(step)).map(({ words }) => words)
    expect(wordsOf((step) => step.startsWith('SEARCH p USING COVERING INDEX')).length).toBeGreaterThan(3)
    // What was given, the topics of a tree and what is being counted; the position is five rows.
    expect(wordsOf((step) => /^SCAN (?!json_each|n VIRTUAL|tree|\(subquery|meta)/.test(step))).toEqual([])
    // The newest changes, of which there are few, and those who live at one address.
    const few = /INDEXED BY places_by_updated|WHERE type = \? AND slug = \?/
    expect(wordsOf((step) => step.includes('FOR ORDER BY')).filter((words) => !few.test(words))).toEqual([])
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
    expect(get('fields=relations&body=none')).toEqual({ id: 'articles:a', relations: faqs({}) })
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
