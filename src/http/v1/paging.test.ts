/** Pages of lists beside a model that sorts and filters everything anew. */
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import type { Follower } from '../../../pipelines/channels/delivery/follower.ts'
import { followers } from '../../../pipelines/channels/delivery/followers.ts'
import { sortKeyOf } from '../../../pipelines/channels/delivery/places.ts'
import { topicTree } from '../../../pipelines/channels/delivery/topic-tree.ts'
import type { ContentItem } from '../../../pipelines/content-item.ts'
import { openTestStore, type TestStore } from '../../../tests/fixtures/delivery.ts'
import { makeItem, makePerson, makeTopic } from '../../../tests/fixtures/items.ts'

let site: TestStore
afterEach(() => site?.close())

/** Search and neighbours of thousands of items take most of the time, and no list asks them. */
function onlyWith(some: readonly Follower[], publish: () => void): void {
  const all = (followers as Follower[]).splice(0, followers.length, ...some)
  try {
    publish()
  } finally {
    ;(followers as Follower[]).splice(0, followers.length, ...all)
  }
}

const DAY = (n: number) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString()
const TITLES = ['Alpha', 'alpha', 'Ärger', 'a\u{10428}', 'a\ue000', 'beta', '2 presses', '!!', '']
const NAMES = ['a', 'b', 'c', 'd']
const CODES = ['OPS.A', 'OPS.B', 'OPS.B', '']

type Made = {
  n: number
  day: number
  edited: number
  title: number
  topics: number[]
  author: number
  pay: number
}

const made = fc.record({
  n: fc.nat(25),
  day: fc.nat(4),
  edited: fc.nat(6),
  title: fc.nat(TITLES.length - 1),
  topics: fc.uniqueArray(fc.nat(3), { maxLength: 3 }),
  author: fc.nat(1),
  pay: fc.nat(3),
})

const toItem = ({ n, day, edited, title, topics, author, pay }: Made): ContentItem =>
  makeItem({
    id: `role-profiles:${n}`,
    type: 'role-profiles',
    slug: `s${n}`,
    title: TITLES[title] ?? '',
    publishedAt: DAY(day),
    updatedAt: DAY(edited),
    topics: topics.map((topic) => makeTopic(NAMES[topic] ?? '')),
    authors: [makePerson(`p${NAMES[author]}`)],
    fields: {
      code: CODES[pay] ?? '',
      pay: pay === 0 ? null : { low: pay * 10, high: null, median: pay * 20 },
    },
  })

const asked = fc.record(
  {
    topic: fc.uniqueArray(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 3 }),
    author: fc.constantFrom('pa', 'pb', 'pa,pb', 'nobody'),
    updatedSince: fc.nat(7),
    minPay: fc.constantFrom(0, 20, 40),
    maxPay: fc.constantFrom(0, 10, 20),
    sort: fc.constantFrom('publishedAt', '-publishedAt', 'updatedAt', '-updatedAt', 'title', '-title'),
  },
  { requiredKeys: [] },
)
type Asked = { [name: string]: string | string[] | number | undefined } & {
  topic?: string[]
  author?: string
}

function queryOf({ topic, updatedSince, ...others }: Asked): URLSearchParams {
  return new URLSearchParams({
    ...Object.fromEntries(Object.entries(others).map(([name, value]) => [name, String(value)])),
    ...(topic ? { topic: topic.join(',') } : {}),
    ...(updatedSince === undefined ? {} : { updatedSince: DAY(Number(updatedSince)) }),
  })
}

const bytes = (text: string) => Buffer.from(text).toString('hex')

function keyOf(item: ContentItem, sort: string): string {
  if (sort === 'title') return bytes(sortKeyOf(item.title))
  return bytes(
    sort === 'code' ? String(item.fields.code) : sort === 'updatedAt' ? item.updatedAt : item.publishedAt,
  )
}

function isWanted(item: ContentItem, { topic, author, updatedSince, minPay, maxPay }: Asked): boolean {
  const pay = item.fields.pay as { low: number; median: number } | null
  return (
    (!topic || item.topics.some(({ slug }) => topic.includes(slug))) &&
    (!author || item.authors.some(({ slug }) => author.split(',').includes(slug))) &&
    (updatedSince === undefined || item.updatedAt >= DAY(Number(updatedSince))) &&
    (minPay === undefined || (pay !== null && pay.median >= Number(minPay))) &&
    (maxPay === undefined || (pay !== null && pay.low <= Number(maxPay)))
  )
}

/** Ids of everything that is wanted, in order. */
function modelOf(items: Iterable<ContentItem>, wanted: Asked): string[] {
  const sort = String(wanted.sort ?? 'code')
  const way = sort.startsWith('-') ? -1 : 1
  const key = (item: ContentItem) => `${keyOf(item, sort.replace('-', ''))} ${bytes(item.id)}`
  return [...items]
    .filter((item) => isWanted(item, wanted))
    .sort((a, b) => way * (key(a) < key(b) ? -1 : 1))
    .map(({ id }) => id)
}

/** Ids of every page; `between`: what happens after each. */
function walk(query: URLSearchParams, limit: number, between: (page: number) => void = () => {}): string[] {
  const seen: string[] = []
  const address = `/role-profiles?${query}${query.size > 0 ? '&' : ''}limit=${limit}`
  let next: string | undefined = address
  for (let page = 0; next !== undefined; page++) {
    const answer = site.get(next)
    expect(answer.status).toBe(200)
    seen.push(...answer.json.data.map(({ id }: ContentItem) => id))
    const after: string | null = answer.json.page.next
    next = after === null ? undefined : `${address}&after=${after}`
    expect(answer.headers?.Link?.includes(`after=${after}`) ?? false).toBe(after !== null)
    if (after !== null) expect(answer.json.data).toHaveLength(limit)
    between(page)
    if (page > 200) throw new Error('no end')
  }
  return seen
}

describe('pages', () => {
  it('hold what the model holds, in its order, and count it', () => {
    fc.assert(
      fc.property(
        fc.array(made, { maxLength: 40 }),
        asked,
        fc.integer({ min: 1, max: 7 }),
        (all, wanted, limit) => {
          site = openTestStore()
          const items = new Map(all.map((one) => [one.n, toItem(one)]))
          site.publish(...all.map(toItem))
          const query = queryOf(wanted)
          const expected = modelOf(items.values(), wanted)
          expect(walk(query, limit)).toEqual(expected)
          query.set('count', 'true')
          expect(site.get(`/role-profiles?${query}`).json.page.total).toBe(expected.length)
          site.close()
        },
      ),
      { numRuns: 40 },
    )
    site = openTestStore()
  })

  it('neither skip nor repeat what stays in its place while others are published, changed and taken back', () => {
    const changes = fc.array(fc.record({ one: made, isGone: fc.boolean() }), { maxLength: 12 })
    fc.assert(
      fc.property(
        fc.array(made, { maxLength: 30 }),
        changes,
        asked,
        fc.integer({ min: 1, max: 4 }),
        (all, later, wanted, limit) => {
          site = openTestStore()
          site.publish(...all.map(toItem))
          const items = new Map(all.map((one) => [`role-profiles:${one.n}`, toItem(one)]))
          const touched = new Set(later.map(({ one }) => `role-profiles:${one.n}`))
          const seen = walk(queryOf(wanted), limit, (page) => {
            const change = later[page]
            if (change) site[change.isGone ? 'unpublish' : 'publish'](toItem(change.one))
          })
          const still = (ids: string[]) => ids.filter((id) => !touched.has(id))
          expect(still(seen)).toEqual(still(modelOf(items.values(), wanted)))
          site.close()
        },
      ),
      { numRuns: 40 },
    )
    site = openTestStore()
  })

  it('of several long lists are put together as the model does', () => {
    site = openTestStore()
    const topics = Array.from({ length: 80 }, (_, n) => makeTopic(`t${n}`))
    site.publish(
      ...topics.map(({ id, slug, name }, n) =>
        makeItem({
          id,
          type: 'topics',
          slug,
          title: name,
          fields: { parent: n === 0 ? null : { slug: `t${Math.floor(n / 3)}`, name: '' } },
        }),
      ),
    )
    const items = Array.from({ length: 1_200 }, (_, n) => ({
      ...toItem({
        n,
        day: n % 37,
        edited: n % 41,
        title: n % TITLES.length,
        topics: [],
        author: n % 2,
        pay: n % 4,
      }),
      topics: [...new Set([0, 1, n % 80])]
        .filter((at) => n % 5 < 3 || at > 1)
        .map((at) => topics[at] ?? makeTopic('none')),
    }))
    onlyWith([topicTree], () => site.publish(...items))
    for (const sort of ['-publishedAt', 'title']) {
      const sorted: Asked = sort === 'code' ? {} : { sort }
      for (const topic of [
        ['t0', 't1'],
        ['t5', 't6', 't7'],
      ]) {
        const wanted = { ...sorted, topic }
        expect(walk(queryOf(wanted), 50)).toEqual(modelOf(items, wanted))
      }
      const below = queryOf({ ...sorted, topic: ['t0'], descendants: 'true' })
      expect(walk(below, 50)).toEqual(modelOf(items, { ...sorted, topic: topics.map(({ slug }) => slug) }))
      for (const more of [
        { topic: ['t0', 't1'], author: 'pa,pb' },
        { minPay: 60 },
        { maxPay: 10 },
        { minPay: 20, maxPay: 20, topic: ['t1', 't9'] },
      ])
        expect(walk(queryOf({ ...sorted, ...more }), 50)).toEqual(modelOf(items, { ...sorted, ...more }))
      const since = { ...sorted, updatedSince: 40, author: 'pa,pb' }
      expect(walk(queryOf(since), 50)).toEqual(modelOf(items, since))
    }
  })
})
