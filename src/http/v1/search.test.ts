/** What a search answers, of a read model without a Galley. */
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ContentItem } from '../../../pipelines/content-item.ts'
import { openTestStore, type TestStore } from '../../../tests/fixtures/delivery.ts'
import { makeItem, makeTopic } from '../../../tests/fixtures/items.ts'

let site: TestStore
beforeEach(() => {
  site = openTestStore()
})
afterEach(() => site.close())

const item = (type: string, slug: string, more: Partial<ContentItem> = {}) =>
  makeItem({ id: `${type}:${slug}`, type, slug, title: slug, summary: 'Short.', text: 'Text.', ...more })
const article = (slug: string, more: Partial<ContentItem> = {}) => item('articles', slug, more)
const ask = (address: string) => site.get(address).json
const found = (q: string, more = '') =>
  ask(`/search?q=${encodeURIComponent(q)}${more}`).data.map(({ slug }: { slug: string }) => slug)

describe('ranking', () => {
  it('puts what is called so first, then names, the summary, the body', () => {
    site.publish(
      article('body', { text: 'A press and paper. '.repeat(2) }),
      article('summary', { summary: 'Of the press.' }),
      item('glossary-terms', 'alias', { fields: { aliases: ['Press machine'] } }),
      article('title', { title: 'How a press works' }),
      item('glossary-terms', 'exact', { title: 'Press (machine)', text: 'Long. '.repeat(500) }),
    )
    const slugs = found('press')
    expect(slugs[0]).toBe('exact')
    expect(slugs.slice(1, 3).toSorted()).toEqual(['alias', 'title'])
    expect(slugs.slice(3)).toEqual(['summary', 'body'])
    const scores = ask('/search?q=press').data.map(({ score }: { score: number }) => score)
    expect(scores).toEqual(scores.toSorted((a: number, b: number) => b - a))
  })

  it('wants every word, and any of them where none has all', () => {
    site.publish(article('both', { text: 'Ink on paper.' }), article('ink', { text: 'Ink.' }))
    expect(found('ink paper')).toEqual(['both'])
    expect(found('ink unheardof').toSorted()).toEqual(['both', 'ink'])
  })

  it('finds a term by its abbreviation and a profile by its code', () => {
    site.publish(
      article('uses', { text: 'MES, MES, MES and OPS.PRD.M4x.' }),
      item('glossary-terms', 'term', { title: 'Manufacturing system', fields: { abbreviation: 'MES' } }),
      item('role-profiles', 'role', { fields: { code: 'OPS.PRD.M4' } }),
    )
    expect(found('mes')[0]).toBe('term')
    expect(found('OPS.PRD.M4')[0]).toBe('role')
    expect(found('OPS.PRD.X9 ')[0]).toBe('role')
  })
})

describe('words', () => {
  it('takes the last one as a beginning, unless a space follows', () => {
    site.publish(article('a', { text: 'Manufacturing.' }))
    expect(found('manuf')).toEqual(['a'])
    expect(found('manuf x ')).toEqual([])
  })

  it.each([
    ['manfuacturing', 'exchanged'],
    ['manufactring', 'left out'],
    ['mannufacturring', 'two too many'],
    ['nanufacturimg', 'two others'],
    ['anufacturing', 'first left out'],
  ])('forgives %s (%s)', (typed) => {
    site.publish(article('a', { text: 'Manufacturing papers.' }), article('b', { text: 'Factories.' }))
    expect(found(typed)).toEqual(['a'])
    expect(ask(`/search?q=${typed}`).data[0].highlights.snippet).toContain('<mark>Manufacturing</mark>')
  })

  it('forgives one error in short words, none in numbers, none where the word is right', () => {
    site.publish(article('a', { text: 'Paper 9001.' }), article('b', { text: 'Paner.' }))
    expect(found('papr ')).toEqual(['a'])
    expect(found('pppar ')).toEqual([])
    expect(found('9002 ')).toEqual([])
    expect(found('paper ')).toEqual(['a'])
    site.unpublish(article('a'))
    expect(found('paper ')).toEqual(['b'])
  })

  it('folds accents and finds in scripts without spaces', () => {
    site.publish(
      article('accents', { text: 'Größe, café, Łódź, ΟΔΟΣ.' }),
      article('japanese', { text: '日本語の組版とインク。' }),
      article('thai', { text: 'การพิมพ์ดิจิทัล' }),
      article('hindi', { text: 'हिन्दी मुद्रण' }),
    )
    for (const q of ['grosse', 'CAFE', 'cafe\u0301', 'lodz', 'οδος']) expect(found(q)).toEqual(['accents'])
    expect(found('組版')).toEqual(['japanese'])
    expect(found('版組')).toEqual([])
    expect(found('ดิจิทัล')).toEqual(['thai'])
    expect(found('मुद्रण')).toEqual(['hindi'])
  })
})

describe('the answer', () => {
  it('gives cards across types, whole items in a type, with safe highlights', () => {
    site.publish(
      article('a', {
        title: 'Ink & <b>paper</b>',
        text: `${'Before. '.repeat(60)}<i>Ink</i> ${'after. '.repeat(60)}`,
      }),
      item('faqs', 'b', { text: 'Ink.' }),
    )
    const [hit] = ask('/search?q=ink&types=articles').data
    expect(Object.keys(hit)).toEqual(['id', 'type', 'slug', 'url', 'title', 'summary', 'score', 'highlights'])
    expect(hit.highlights.title).toBe('<mark>Ink</mark> &amp; &lt;b&gt;paper&lt;/b&gt;')
    expect(hit.highlights.snippet).toMatch(/^… .*&lt;i&gt;<mark>Ink<\/mark>&lt;\/i&gt; .* …$/)
    expect(hit.highlights.snippet.length).toBeLessThan(230)
    const inType = ask('/articles?q=ink')
    expect(inType.data).toHaveLength(1)
    expect(inType.data[0]).toMatchObject({ id: 'articles:a', relations: {}, highlights: hit.highlights })
    expect(ask('/articles?q=ink&fields=title').data[0]).toEqual({
      id: 'articles:a',
      title: 'Ink & <b>paper</b>',
      score: expect.any(Number),
      highlights: hit.highlights,
    })
    expect(site.get('/search?q=ink').tags).toEqual(['all'])
  })

  it('keeps to filters', () => {
    site.publish(
      article('a', { text: 'Ink.', topics: [makeTopic('mes')], updatedAt: '2026-01-05T00:00:00.000Z' }),
      article('b', { text: 'Ink.', topics: [makeTopic('erp')], updatedAt: '2026-01-01T00:00:00.000Z' }),
    )
    const slugs = (address: string) => ask(address).data.map(({ slug }: { slug: string }) => slug)
    expect(slugs('/articles?q=ink&topic=mes')).toEqual(['a'])
    expect(slugs('/articles?q=ink&topic=mes,erp')).toHaveLength(2)
    expect(slugs('/articles?q=ink&topic=none')).toEqual([])
    expect(slugs('/articles?q=ink&updatedSince=2026-01-02')).toEqual(['a'])
    expect(slugs('/faqs?q=ink')).toEqual([])
  })

  it('pages through everything once', () => {
    site.publish(
      ...Array.from({ length: 23 }, (_, n) => article(`a${n}`, { text: `Ink ${'x '.repeat(n % 5)}` })),
    )
    const seen: string[] = []
    let next: string | null = ''
    while (next !== null) {
      const { data, page } = ask(`/articles?q=ink&limit=5&count=true${next && `&after=${next}`}`)
      seen.push(...data.map(({ slug }: { slug: string }) => slug))
      expect(page.total).toBe(23)
      next = page.next
    }
    expect(seen).toHaveLength(23)
    expect(new Set(seen).size).toBe(23)
  })

  it('refuses what cannot be asked', () => {
    const refused = [
      '',
      'q=',
      'q=%20',
      `q=${'x'.repeat(201)}`,
      `q=${'x+'.repeat(13)}`,
      // Each of them may be a typing error.
      `q=${'word-'.repeat(13)}`,
      'q=x&sort=title',
      'q=x&after=x',
    ]
    for (const query of refused) expect([query, site.get(`/search?${query}`).status]).toEqual([query, 400])
    expect(site.get('/articles?q=x&sort=title').json).toMatchObject({ status: 400, parameter: 'sort' })
    expect(site.get(`/search?q=x&types=settings`).status).toBe(400)
    const other = Buffer.from(JSON.stringify(['another', 'rank', '20', ''])).toString('base64url')
    expect(site.get(`/search?q=x&after=${other}`).status).toBe(410)
  })

  it('holds nothing that is not public now', () => {
    const shown = article('a', { title: 'Canary', text: 'Canary.' })
    site.publish(shown, article('b', { text: 'Other.' }))
    expect(found('canary')).toEqual(['a'])
    site.publish(article('a', { title: 'Sparrow', text: 'Sparrow.' }))
    expect(found('canary')).toEqual([])
    expect(found('sparrow')).toEqual(['a'])
    site.unpublish(shown)
    expect(found('sparrow')).toEqual([])
    expect(found('sparow')).toEqual([])
  })
})

it('answers anything that is typed', () => {
  site.publish(article('a', { text: 'Ink "quoted" NEAR(x) title:y * ^ 日本 😀 e-mail\u0000.' }))
  const pieces = [
    '"',
    '*',
    'NEAR(',
    ')',
    ' AND ',
    ' OR ',
    ' NOT ',
    '^',
    ':',
    '-',
    'ink',
    'title',
    '日',
    '😀',
    '\ue000',
    "'",
    '{',
    '½',
    'ﬁ',
    '\u0301',
    '\ud800',
    '𞤀',
  ]
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
    fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 10 }).map((some) => some.join('')),
  )
  fc.assert(
    fc.property(hostile, (q) => {
      const { status, json } = site.get(`/search?${new URLSearchParams({ q })}`)
      expect([200, 400]).toContain(status)
      for (const { highlights } of json.data ?? []) {
        const rest = `${highlights.title}${highlights.snippet}`.replaceAll(/<\/?mark>/g, '')
        expect(rest).not.toMatch(/[<>"']/)
      }
    }),
    { numRuns: 200 },
  )
})
