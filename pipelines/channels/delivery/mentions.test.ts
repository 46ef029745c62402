/** What terms carry of the items that use them. */
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestStore, type TestStore } from '../../../tests/fixtures/delivery.ts'
import { makeItem } from '../../../tests/fixtures/items.ts'
import type { ContentItem, Json } from '../../content-item.ts'
import { search } from './search/search.ts'

let site: TestStore
beforeEach(() => {
  site = openTestStore()
})
afterEach(() => site.close())

const term = (slug: string, title: string, fields: { [name: string]: Json } = {}, text = 'Of presses.') =>
  makeItem({ id: `glossary-terms:${slug}`, type: 'glossary-terms', slug, title, summary: 'S.', text, fields })
const article = (slug: string, text: string, more: Partial<ContentItem> = {}) =>
  makeItem({ id: `articles:${slug}`, slug, title: slug, summary: 'S.', text, ...more })
const mentions = (slug: string, from = site): string[] | undefined =>
  from.get(`/glossary-terms/${slug}`).json.data.mentions?.map(({ slug: one }: { slug: string }) => one)

const MES = term('mes', 'Manufacturing Execution System (MES)', {
  abbreviation: 'MES',
  aliases: ['shop-floor system', 'IT'],
})

describe('a term is mentioned', () => {
  it.each([
    ['A manufacturing\nexecution system.', true],
    ['Manufacturing Execution Systems.', false],
    ['Of manufacturing. Execution system.', false],
    ['Of manufacturing\n\nexecution system', false],
    ['(MES)', true],
    [`Manufacturing${' '.repeat(150_000)}execution system`, true],
    [`Manufacturing${' '.repeat(150_000)}. Execution system`, false],
    ['mes amis', false],
    ['MESH, ÉMES', false],
    ['A Shop-Floor System!', true],
    ['A shop floor system', true],
    ['IT rules', true],
    ['as it is', false],
  ])('by "%s": %s', (text, isMentioned) => {
    const expected = isMentioned ? ['a'] : []
    site.publish(MES, article('a', text))
    expect(mentions('mes')).toEqual(expected)
    site.unpublish(MES)
    site.publish(MES)
    expect(mentions('mes')).toEqual(expected)
  })

  it('as it is shown now, newest first, by what is live, never by itself', () => {
    site.publish(
      article('old', 'MES.', { publishedAt: '2026-01-01T00:00:00.000Z' }),
      { ...MES, text: 'MES is a MES.' },
      article('new', 'MES.', { publishedAt: '2026-01-02T00:00:00.000Z' }),
      { ...term('other', 'Other', {}, 'Unlike MES.'), publishedAt: '2025-01-01T00:00:00.000Z' },
    )
    expect(mentions('mes')).toEqual(['new', 'old', 'other'])
    const { tags } = site.publish(
      article('old', 'MES.', { title: 'Renamed', publishedAt: '2026-01-03T00:00:00.000Z' }),
    )
    expect([...tags]).toContain('item glossary-terms:mes')
    const [first] = site.get('/glossary-terms/mes').json.data.mentions
    expect(first).toMatchObject({ id: 'articles:old', title: 'Renamed' })
    expect(Object.keys(first)).toEqual(['id', 'type', 'slug', 'url', 'title', 'summary'])
    site.unpublish(article('old', ''))
    expect(mentions('mes')).not.toContain('old')
    site.publish(term('mes', 'Ink'))
    expect(mentions('mes')).toEqual([])
  })

  it('by the newest twenty only', () => {
    const day = (n: number) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString()
    site.publish(
      MES,
      ...Array.from({ length: 25 }, (_, n) => article(`a${n}`, 'MES', { publishedAt: day(n) })),
    )
    expect(mentions('mes')).toEqual(Array.from({ length: 20 }, (_, n) => `a${24 - n}`))
    site.unpublish(article('a24', ''))
    expect(mentions('mes')?.at(-1)).toBe('a4')
  })
})

it('comes to the same entry by entry as made anew, search too', () => {
  const WORDS = ['ink', 'Ink', 'INK', 'press', 'PRESS', 'Öl', 'e-ink', '日本', '.', '\n\n', '9', '\ue000']
  const text = fc.array(fc.constantFrom(...WORDS), { maxLength: 8 }).map((words) => words.join(' '))
  const step = fc.record({
    isTerm: fc.boolean(),
    isGone: fc.nat(4).map((n) => n === 0),
    n: fc.nat(2),
    day: fc.nat(3),
    title: text,
    text,
    abbreviation: fc.constantFrom('INK', 'Ink', 'ink', 'PRESS', ''),
    alias: text,
  })
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 15 }), (steps) => {
      const live = openTestStore()
      const anew = openTestStore()
      try {
        const last = new Map<string, ContentItem>()
        for (const { isTerm, isGone, n, day, alias, abbreviation, ...words } of steps) {
          const publishedAt = new Date(Date.UTC(2026, 0, 1 + day)).toISOString()
          const one = isTerm
            ? { ...term(`t${n}`, words.title, { abbreviation, aliases: [alias] }, words.text), publishedAt }
            : article(`a${n}`, words.text, { title: words.title, publishedAt })
          if (isGone) live.unpublish(one)
          else live.publish(one)
          last.delete(one.id)
          if (!isGone) last.set(one.id, one)
        }
        anew.publish(...last.values())
        for (const { slug } of [...last.values()].filter(({ type }) => type === 'glossary-terms'))
          expect(mentions(slug, live)).toEqual(mentions(slug, anew))
        for (const q of ['ink', 'pres', 'ink press ', 'inc ', 'ol', '日'])
          expect(foundIn(live, q)).toEqual(foundIn(anew, q))
      } finally {
        live.close()
        anew.close()
      }
    }),
    { numRuns: 25 },
  )
})

/** Without order: FTS5 counts rows that were replaced when it weighs words. */
function foundIn({ store }: TestStore, q: string): unknown[] {
  return search(store, { q, filterLists: [], limit: 100 })
    .hits.map(({ n }) => store.sql('SELECT id FROM items WHERE n = ?').get(n)?.[0])
    .toSorted()
}
