import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { applyEntries } from '../../../pipelines/channels/delivery/apply.ts'
import {
  entryOf,
  idOf,
  type Profile,
  profileItem,
} from '../../../pipelines/channels/delivery/neighbours.fixture.ts'
import { openStore, type Store } from '../../../pipelines/channels/delivery/store.ts'
import { compare } from './compare.ts'

let folder: string
let store: Store
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'galley-compare-'))
  store = openStore(folder)
})
afterEach(() => {
  store.close()
  rmSync(folder, { recursive: true })
})

const apply = (...profiles: (Profile | string)[]) => {
  for (const one of profiles) {
    const [id, item] = typeof one === 'string' ? [idOf(one), null] : [idOf(one.name), profileItem(one)]
    applyEntries(store, [entryOf(store.position().seq + 1, id, item)])
  }
}
const ask = (query: string, parts = ['compare', 'role-profiles']) =>
  compare(
    { path: parts, query: new URLSearchParams(query), headers: {} },
    { store, publicUrl: 'https://cms.example.com', types: ['role-profiles'], epoch: () => 'one' },
  )
const bodyOf = (query: string) => JSON.parse(ask(query)?.body ?? '')

const pay = { currency: 'EUR', period: 'year', median: 50_000, low: 40_000, high: null, asOf: null, note: '' }
const junior: Profile = {
  name: 'a',
  family: 'f',
  level: 2,
  code: 'F.L2',
  fields: {
    pay,
    confidenceLabel: 'high',
    responsibilities: ['Walks the line', 'Counts the scrap'],
    skills: [
      { name: 'SAP', kind: 'tool', description: '' },
      { name: 'Welding', kind: 'skill', description: '' },
    ],
  },
}
const senior: Profile = {
  name: 'b',
  family: 'f',
  level: 4,
  code: 'F.L4',
  fields: {
    pay: { ...pay, median: 75_000 },
    confidenceLabel: 'high',
    responsibilities: ['Owns the plant', 'walks  the line'],
    skills: [{ name: 'sap', kind: 'tool', description: 'x' }],
  },
}

describe('two profiles side by side', () => {
  it('as a table, with what they share and what they pay', () => {
    apply(junior, senior)
    const { data } = bodyOf('a=a&b=b')
    expect(data).toMatchObject({
      a: { id: idOf('a'), slug: 'a', code: 'F.L2', family: { slug: 'f' }, level: { code: 'L2', order: 2 } },
      b: { url: 'https://www.example.com/role-profiles/b', pay: { median: 75_000 } },
      distance: 0.2,
      band: 'near',
      reasons: { levels: 2, family: 'same' },
      ladder: { sameFamily: true, rungs: 2 },
      pay: { difference: { median: 25_000, percent: 50, currency: 'EUR', period: 'year' } },
      responsibilities: {
        shared: ['Walks the line'],
        onlyA: ['Counts the scrap'],
        onlyB: ['Owns the plant'],
      },
      skills: {
        shared: [{ name: 'SAP', kind: 'tool' }],
        onlyA: [{ name: 'Welding', kind: 'skill' }],
        onlyB: [],
      },
    })
    const row = (name: string) => data.rows.find((one: { name: string }) => one.name === name)
    expect(row('medianPay')).toEqual({
      name: 'medianPay',
      label: 'Median pay',
      a: 'EUR 50,000 per year',
      b: 'EUR 75,000 per year',
      same: false,
    })
    expect(row('family')).toMatchObject({ a: 'f', b: 'f', same: true })
    expect(row('experience')).toMatchObject({ a: '2+ years', b: '4+ years' })
    expect(row('knowledgeAndApplication')).toMatchObject({ a: 'Knows 2', b: 'Knows 4' })
    expect(row('highPay')).toBeUndefined()
  })

  it.each([
    ['currency', { currency: 'USD' }],
    ['period', { period: 'month' }],
    ['median', { median: null }],
  ])('without a difference of pay where the %s is another', (_name, change) => {
    apply(junior, { ...senior, fields: { ...senior.fields, pay: { ...pay, ...change } } })
    expect(bodyOf('a=a&b=b').data.pay).toMatchObject({ a: pay, difference: null })
  })

  it('of two families: no ladder in common; with itself: no distance', () => {
    apply(junior, { ...senior, family: 'g' })
    expect(bodyOf('a=a&b=b').data).toMatchObject({
      distance: 0.4,
      ladder: { sameFamily: false, rungs: null },
    })
    expect(bodyOf('a=a&b=a').data).toMatchObject({ distance: 0, ladder: { rungs: 0 } })
  })

  it('is stale with either of them', () => {
    apply(junior, senior)
    expect(ask('a=a&b=b')?.tags).toEqual([
      ...['at role-profiles/a', `item ${idOf('a')}`],
      ...['at role-profiles/b', `item ${idOf('b')}`],
    ])
  })

  it('stands without family, level and pay', () => {
    apply(junior, { ...senior, fields: { family: null, level: null, pay: null, ladder: [] } })
    expect(bodyOf('a=a&b=b').data).toMatchObject({
      b: { family: null, level: null, pay: null },
      distance: 1,
    })
  })
})

describe('what cannot be compared', () => {
  it('is 400 with what is allowed', () => {
    apply(junior, senior)
    expect(bodyOf('a=a&b=b&c=c')).toMatchObject({ status: 400, parameter: 'c', allowed: ['a', 'b'] })
    expect(bodyOf('a=a')).toMatchObject({ status: 400, parameter: 'b' })
    expect(bodyOf('')).toMatchObject({ status: 400, parameter: 'a' })
    expect(bodyOf('a=&b=b')).toMatchObject({ status: 400, parameter: 'a' })
    expect(bodyOf('a=a&a=b&b=b')).toMatchObject({ status: 400, parameter: 'a' })
  })

  it('is 404 when it never was public and 410 when it is no longer, until it is', () => {
    apply(junior, senior, 'b')
    const gone = ask('a=a&b=b')
    expect([gone?.status, gone?.tags]).toEqual([410, expect.arrayContaining(['at role-profiles/b'])])
    expect(bodyOf('a=nobody&b=b')).toMatchObject({ status: 404, parameter: 'a', value: 'nobody' })
    const { tags } = applyEntries(store, [entryOf(9, idOf('b'), profileItem(senior))])
    expect(gone?.tags?.some((tag) => tags.has(tag))).toBe(true)
    expect(ask('a=a&b=b')?.status).toBe(200)
  })

  it('leads from former slugs to the same comparison', () => {
    apply(junior, senior, { ...senior, slug: 'new & old', formerSlugs: ['b'] })
    expect(ask('a=a&b=b')).toMatchObject({
      status: 308,
      headers: { Location: 'https://cms.example.com/v1/compare/role-profiles?a=a&b=new+%26+old' },
    })
    expect(ask('a=a&b=new+%26+old')?.status).toBe(200)
  })

  it('is left to others at other addresses', () => {
    expect(ask('', ['compare', 'articles'])).toBeNull()
    expect(ask('', ['role-profiles', 'compare'])).toBeNull()
  })
})
