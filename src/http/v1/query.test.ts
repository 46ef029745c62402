/** What the API refuses. */
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestStore, type TestStore, TYPES } from '../../../tests/fixtures/delivery.ts'
import { makeItem } from '../../../tests/fixtures/items.ts'
import { listParameters } from './parameters.ts'
import { answerTo } from './routes.ts'

let site: TestStore
beforeEach(() => {
  site = openTestStore()
})
afterEach(() => site.close())

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
    ['/role-profiles?track=management,none', 'track', 'individual'],
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
    'updatedSince=2026-02-30',
    'updatedSince=2026-02-29T12:00:00Z',
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

it('answers anything that can be asked, and never with a fault of its own', () => {
  site.publish(makeItem(), makeItem({ id: 'topics:a', type: 'topics', slug: 'a', formerSlugs: ['b'] }))
  const nasty = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '',
      'true',
      '1',
      'a',
      'a,b',
      '\\,',
      '%',
      "'--",
      '{"$gt":""}',
      '__proto__',
      '2026-01-01',
      '\ud800',
      '\0',
    ),
  )
  const part = fc.oneof(
    fc.constantFrom(...TYPES, 'items', 'redirects', 'local-champions', 'b', 'topics:a'),
    nasty,
  )
  const name = fc.oneof(fc.constantFrom(...listParameters('role-profiles').map((one) => one.name)), nasty)
  const asked = fc.tuple(fc.array(part, { maxLength: 3 }), fc.array(fc.tuple(name, nasty), { maxLength: 3 }))
  const context = { store: site.store, publicUrl: 'https://cms.test', types: TYPES, epoch: () => 'an-epoch' }
  fc.assert(
    fc.property(asked, ([path, query]) => {
      const { status, body } = answerTo({ path, query: new URLSearchParams(query), headers: {} }, context)
      expect([200, 308, 400, 404, 410]).toContain(status)
      expect(JSON.parse(body)).toBeTypeOf('object')
    }),
    { numRuns: 1_000 },
  )
})
