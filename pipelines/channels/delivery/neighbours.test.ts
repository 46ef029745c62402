import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ContentItem } from '../../content-item.ts'
import { distanceOf, traitsOf } from './adjacency.ts'
import { applyEntries } from './apply.ts'
import { entryOf, idOf, type Profile, profileItem } from './neighbours.fixture.ts'
import { openStore, type Store } from './store.ts'

let folder: string
let store: Store
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'galley-neighbours-'))
  store = openStore(folder)
})
afterEach(() => {
  store.close()
  rmSync(folder, { recursive: true })
})

type Neighbour = { id: string; distance: number; band: string; reasons: object; pinned?: true; title: string }
type Rung = { code: string; current: boolean; profile: { id: string; slug: string } | null }
type Carried = { ladder: Rung[]; adjacent: Neighbour[] }

const apply = (id: string, item: ContentItem | null) =>
  applyEntries(store, [entryOf(store.position().seq + 1, id, item)])
const publish = (...profiles: Profile[]) => {
  for (const profile of profiles) apply(idOf(profile.name), profileItem(profile))
}
const carriedBy = (name: string): Carried => {
  const row = store.sql<[string]>('SELECT carried FROM items WHERE id = ?').get(idOf(name))
  return JSON.parse(`{${row?.[0] ?? ''}}`)
}
const namesBy = (name: string) => carriedBy(name).adjacent.map(({ id }) => id.slice('role-profiles:'.length))
const changedAt = (name: string) =>
  store.sql<[number]>('SELECT changed FROM items WHERE id = ?').get(idOf(name))?.[0]

const at = (name: string, family: string, level: number, more: Partial<Profile> = {}): Profile => ({
  name,
  family,
  level,
  ...more,
})

describe('a role profile', () => {
  it('carries the ladder of its family, linked where a profile stands on a rung', () => {
    publish(at('b2', 'b', 2), at('a2', 'a', 2), at('a4', 'a', 4))
    const { ladder } = carriedBy('a2')
    expect(ladder.map(({ code, current, profile }) => [code, current, profile?.id ?? null])).toEqual([
      ['L1', false, null],
      ['L2', true, idOf('a2')],
      ['L3', false, null],
      ['L4', false, idOf('a4')],
      ['L5', false, null],
    ])
    expect(ladder[3]).toMatchObject({
      responsibilities: ['Does 4'],
      guidelines: { knowledgeAndApplication: 'Knows 4' },
      profile: {
        id: idOf('a4'),
        type: 'role-profiles',
        slug: 'a4',
        url: 'https://www.example.com/role-profiles/a4',
        title: 'Role a4',
        summary: 'All about Role a4',
      },
    })
    publish(at('a4', 'a', 4, { title: 'Renamed' }))
    expect(carriedBy('a2').ladder[3]?.profile).toMatchObject({ title: 'Renamed' })
    apply(idOf('a4'), null)
    expect(carriedBy('a2').ladder[3]?.profile).toBeNull()
  })

  it('carries the nearest, nearest first, with band and reasons', () => {
    publish(at('a2', 'a', 2), at('a3', 'a', 3), at('b2', 'b', 2), at('c9', 'c', 5, { function: 'Finance' }))
    expect(carriedBy('a2').adjacent.map(({ id, distance, band }) => [id, distance, band])).toEqual([
      [idOf('a3'), 0.1, 'near'],
      [idOf('b2'), 0.2, 'near'],
      [idOf('c9'), 0.8, 'far'],
    ])
    expect(carriedBy('a2').adjacent[0]).toMatchObject({
      url: 'https://www.example.com/role-profiles/a3',
      reasons: { levels: 1, track: 'same', family: 'same', function: 'same' },
    })
  })

  it('links to those after it by code, round to its own, so that everybody is linked to', () => {
    publish(...Array.from({ length: 24 }, (_, n) => at(`p${String(n).padStart(2, '0')}`, `f${n}`, 1)))
    expect(namesBy('p20')).toEqual(['p21', 'p22', 'p23', 'p00', 'p01', 'p02', 'p03', 'p04'])
    expect(namesBy('p00')).toEqual(['p01', 'p02', 'p03', 'p04', 'p05', 'p06', 'p07', 'p08'])
  })

  it('has pinned ones first, in their order, and never those that are excluded', () => {
    publish(
      ...['b', 'c', 'd'].map((name) => at(name, name, 1)),
      at('far', 'x', 5, { function: 'Finance' }),
      at('a', 'a', 1, { pinned: ['far', 'c', 'gone', 'b'], excluded: ['b'] }),
    )
    expect(carriedBy('a').adjacent.map(({ id, distance, pinned }) => [id, distance, pinned])).toEqual([
      [idOf('far'), 0.9, true],
      [idOf('c'), 0.2, true],
      [idOf('d'), 0.2, undefined],
    ])
    expect(namesBy('b')).toContain('a')
    publish(at('far', 'x', 5, { function: 'Finance', title: 'Renamed' }))
    expect(carriedBy('a').adjacent[0]).toMatchObject({ title: 'Renamed' })
    apply(idOf('far'), null)
    expect(namesBy('a')).toEqual(['c', 'd'])
  })

  it('is a neighbour in its newest version only, and of no other version', () => {
    publish(at('old', 'a', 1), at('b', 'b', 1), at('new', 'a', 1, { version: 2 }))
    expect([namesBy('b'), namesBy('old'), namesBy('new')]).toEqual([['new'], ['b'], ['b']])
    expect(carriedBy('old').ladder[0]).toMatchObject({ current: true, profile: { id: idOf('new') } })
    apply(idOf('new'), null)
    expect([namesBy('b'), namesBy('old')]).toEqual([['old'], ['b']])
  })

  it('leaves those alone who hold nothing of what changed', () => {
    publish(at('a', 'a', 1), at('b', 'b', 1))
    const seq = changedAt('a')
    publish(at('b', 'b', 1, { fields: { titleAliases: ['Other'] } }))
    expect(changedAt('a')).toBe(seq)
    publish(at('b', 'b', 1, { title: 'Renamed' }))
    expect(changedAt('a')).toBe(4)
  })

  it('makes what shows it stale', () => {
    publish(at('a', 'a', 1))
    const { tags } = apply(idOf('b'), profileItem(at('b', 'b', 1)))
    expect([...tags]).toEqual(
      expect.arrayContaining([`item ${idOf('a')}`, 'at role-profiles/a', 'role-profiles']),
    )
  })

  it('survives fields of any shape', () => {
    publish(
      at('a', 'a', 1),
      at('odd', 'a', 1, {
        fields: { level: 'M4', ladder: {}, family: [], pay: [], neighbours: null, code: 7 },
      }),
    )
    expect(carriedBy('odd')).toMatchObject({ ladder: [], adjacent: [{ id: idOf('a') }] })
  })
})

const name = fc.constantFrom(...'abcdefghijklmnopqrst')
const profile = fc.record<Profile>({
  name,
  family: fc.constantFrom('a', 'b', 'c', 'd', null),
  function: fc.constantFrom('Operations', 'Operations', 'Finance'),
  level: fc.constantFrom(1, 2, 3, 4, 5, null),
  track: fc.constantFrom('management', 'individual'),
  version: fc.constantFrom(1, 2),
  code: fc.constantFrom('A', 'B', 'C', 'Z', '\u{1F525}', '\uFB01'),
  pinned: fc.array(name, { maxLength: 2 }),
  excluded: fc.array(name, { maxLength: 3 }),
})
const step = fc.oneof({ arbitrary: profile, weight: 4 }, { arbitrary: name, weight: 1 })

/** By the definition, from all that is live. */
function nearestOf(own: ContentItem, live: ContentItem[]): string[] {
  type Fields = {
    profileVersion: number
    code: string
    level: { id: string } | null
    family: { id: string } | null
  }
  const fieldsOf = (item: ContentItem) => item.fields as unknown as Fields
  const role = (item: ContentItem) => {
    const { family, level } = fieldsOf(item)
    return family && level ? `${family.id} ${level.id}` : item.id
  }
  const bytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b))
  const byCode = (a: ContentItem, b: ContentItem) =>
    bytes(fieldsOf(a).code, fieldsOf(b).code) || bytes(a.id, b.id)
  const isHead = (item: ContentItem) =>
    live.every((other) => {
      if (other === item || role(other) !== role(item)) return true
      return (fieldsOf(item).profileVersion - fieldsOf(other).profileVersion || -byCode(item, other)) > 0
    })
  const { pinned, excluded } = own.fields.neighbours as { pinned: string[]; excluded: string[] }
  const first = [...new Set(pinned)].filter(
    (id) => id !== own.id && !excluded.includes(id) && live.some((item) => item.id === id),
  )
  const far = (item: ContentItem) => distanceOf(traitsOf(own), traitsOf(item))
  const before = (item: ContentItem) => (byCode(item, own) < 0 ? 1 : 0)
  const rest = live
    .filter((item) => isHead(item) && role(item) !== role(own))
    .filter(({ id }) => !excluded.includes(id))
    .sort((a, b) => far(a) - far(b) || before(a) - before(b) || byCode(a, b))
    .map(({ id }) => id)
    .filter((id) => !first.includes(id))
  return [...first, ...rest].slice(0, 8)
}

it('comes to the same as from scratch, whatever came before', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 10, maxLength: 60 }), (steps) => {
      store.startOver('one')
      const live = new Map<string, ContentItem>()
      for (const one of steps) {
        const id = idOf(typeof one === 'string' ? one : one.name)
        if (typeof one === 'string') live.delete(id)
        else live.set(id, profileItem(one))
        apply(id, live.get(id) ?? null)
      }
      const all = [...live.values()]
      const rows = () =>
        new Map(store.sql<[string, string]>('SELECT id, carried FROM items WHERE live = 1').all())
      const incremental = rows()
      for (const item of all) {
        const { adjacent } = JSON.parse(`{${incremental.get(item.id)}}`) as Carried
        expect(adjacent.map(({ id }) => id)).toEqual(nearestOf(item, all))
      }
      store.startOver('two')
      for (const item of all.reverse()) apply(item.id, item)
      expect(rows()).toEqual(incremental)
    }),
    { numRuns: 20 },
  )
})
