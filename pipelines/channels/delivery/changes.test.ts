/**
 * Mirrors that read from several instances end as the site is, whatever happens meanwhile. More by hand:
 * PROPERTY_RUNS=3000 PROPERTY_SEED=$RANDOM npx vitest run --project unit pipelines/channels/delivery/changes.test.ts
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MadeLedger } from '../../../tests/support/made-ledger.ts'
import { applyEntries } from './apply.ts'
import { type Part, type Progress, presentProgress, readChanges } from './changes.ts'
import type { Follower } from './follower.ts'
import { followers } from './followers.ts'
import { openStore, type Store } from './store.ts'

const RUNS = Number(process.env.PROPERTY_RUNS ?? 30)
const SEED = Number(process.env.PROPERTY_SEED ?? 20_261_122)
const TYPES = ['articles', 'glossary-terms']
const WORDS = ['andon', 'kanban']

/** Terms carry the ids of articles that say them. */
const mentions: Follower = {
  tables: '',
  carriers: ['glossary-terms'],
  clear: () => {},
  follow(file, _change, carry) {
    const live = (type: string) =>
      file
        .sql<[string, string]>('SELECT id, item FROM items WHERE type = ? AND live = 1 ORDER BY id')
        .all(type)
        .map(([id, item]) => ({ id, item: JSON.parse(item) as { title: string; summary: string } }))
    const articles = live('articles')
    for (const { id, item } of live('glossary-terms')) {
      const saying = articles.filter(({ item: { summary } }) => summary.includes(item.title))
      carry(id, 'mentions', saying.length === 0 ? null : JSON.stringify(saying.map((one) => one.id)))
    }
  },
}

const folders: string[] = []
const stores: Store[] = []
const newStore = () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'galley-changes-'))
  folders.push(folder)
  const store = openStore(folder)
  stores.push(store)
  return store
}

type Live = { id: string; slug: string }
const idOf = (n: number) => (n < 2 ? `glossary-terms:${n}` : `articles:${n}`)

const oneOf = (weight: number, kind: string, more: { [name: string]: fc.Arbitrary<unknown> } = {}) => ({
  weight,
  arbitrary: fc.record({ kind: fc.constant(kind), ...more }),
})
const instance = fc.nat(2)
/** Articles come and go more than terms, which mostly stand and carry. */
const step = fc.oneof(
  oneOf(6, 'publish', { item: fc.nat(3), slug: fc.nat(2), words: fc.subarray(WORDS, { maxLength: 1 }) }),
  oneOf(2, 'publish', { item: fc.constantFrom(2, 3), words: fc.constant(WORDS) }),
  oneOf(1, 'unpublish', { item: fc.nat(3) }),
  oneOf(2, 'compact'),
  oneOf(5, 'follow', { instance, entries: fc.constantFrom(1, 2, 3, 1_000) }),
  oneOf(1, 'rebuild', { instance }),
  oneOf(8, 'read', {
    instance,
    mirror: fc.nat(2),
    limit: fc.integer({ min: 1, max: 3 }),
    pages: fc.constantFrom(1, 1, 10),
    cut: fc.constantFrom('none', 'none', 'none', 'before', 'after'),
  }),
)
type Step = { kind: string; words?: string[]; cut?: string } & {
  [name in 'item' | 'slug' | 'instance' | 'entries' | 'mirror' | 'limit' | 'pages']?: number
}

class Mirror {
  progress: Progress | null = null
  readonly items = new Map<string, string>()

  constructor(readonly types: readonly string[] = TYPES) {}

  /** False when there is nothing more. `cut`: the connection, before or after what came was kept. */
  read(store: Store, part: Partial<Part> = {}, cut = 'none'): boolean {
    const page = readChanges(store, this.progress, {
      ...{ types: this.types, limit: 4, maxBytes: 1e9 },
      ...part,
    })
    if (page === 'not yet') return false
    if (cut === 'before') return true
    // Who begins without a cursor begins with nothing.
    if (this.progress === null) this.items.clear()
    for (const { id, item } of page.changes)
      if (item === null) this.items.delete(id)
      else this.items.set(id, item)
    if (cut === 'none') this.progress = page.progress
    return page.more
  }
}

/** What differs from item to item here. */
function brief(text: string) {
  const { slug, title, summary, mentions } = JSON.parse(text) as { [name: string]: unknown }
  return { slug, title, summary, mentions }
}

function liveOf(store: Store, types: readonly string[]): Map<string, unknown> {
  const rows = store
    .sql<[string, string, string, string]>('SELECT id, type, item, carried FROM items WHERE live = 1')
    .all()
  return new Map(
    rows
      .filter(([, type]) => types.includes(type))
      .map(([id, , item, carried]) => [id, { ...brief(item), ...JSON.parse(`{${carried}}`) }]),
  )
}
const parsed = (items: Map<string, string>) => new Map([...items].map(([id, text]) => [id, brief(text)]))

/** Those that Galley has, which are tested by themselves. */
let others: Follower[] = []
beforeAll(() => {
  others = (followers as Follower[]).splice(0, followers.length, mentions)
})
afterAll(() => {
  ;(followers as Follower[]).splice(0, 1, ...others)
  for (const store of stores) store.close()
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

describe('mirrors', () => {
  it(`end as the site is, whichever instance answers (${RUNS} runs, seed ${SEED})`, () => {
    const [truth, ...instances] = [newStore(), newStore(), newStore(), newStore()] as [Store, ...Store[]]
    fc.assert(
      fc.property(fc.array(step, { minLength: 20, maxLength: 90, size: 'max' }), (steps) => {
        for (const store of [truth, ...instances]) store.startOver('epoch')
        const ledger = new MadeLedger()
        const live = new Map<string, Live>()
        const mirrors = [new Mirror(), new Mirror(), new Mirror(['glossary-terms'])]
        const follow = (store: Store, most: number) => {
          const { seq } = store.position()
          applyEntries(store, structuredClone(ledger.entries.slice(seq, seq + most)))
        }
        for (const one of steps as Step[]) {
          const { kind, item = 0, slug = 0, words = [], instance = 0, entries = 0, mirror = 0 } = one
          const store = instances[instance] as Store
          const id = idOf(item)
          if (kind === 'publish') {
            live.set(id, { id, slug: `${item}-${slug}` })
            ledger.append(id, `${item}-${slug}`, WORDS[item] ?? `On ${item}`, words.join(' '))
          }
          if (kind === 'unpublish' && live.has(id)) {
            ledger.append(id, live.get(id)?.slug ?? '', '', '', false)
            live.delete(id)
          }
          if (kind === 'compact') ledger.compact()
          if (kind === 'follow') follow(store, entries)
          if (kind === 'rebuild') store.startOver('epoch')
          if (kind === 'read')
            for (let page = 0; page < (one.pages ?? 0); page += 1)
              if (!mirrors[mirror]?.read(store, { limit: one.limit ?? 1 }, one.cut)) break
          follow(truth, 1)
        }
        for (const [n, mirror] of mirrors.entries()) {
          for (const store of instances) follow(store, 1_000)
          while (mirror.read(instances[(n + steps.length) % 3] as Store));
          expect(parsed(mirror.items)).toEqual(liveOf(truth, mirror.types))
        }
      }),
      { seed: SEED, numRuns: RUNS, endOnFailure: process.env.PROPERTY_SHRINK !== 'on' },
    )
  })
})

describe('reading changes', () => {
  const all: Part = { types: TYPES, limit: 100, maxBytes: 1e9 }
  const site = () => {
    const store = newStore()
    store.startOver('epoch')
    const ledger = new MadeLedger()
    const follow = () => applyEntries(store, ledger.entries)
    return { store, ledger, follow }
  }
  const idsOf = (page: ReturnType<typeof readChanges>) =>
    page === 'not yet' ? page : page.changes.map(({ id, item }) => (item === null ? `-${id}` : id))
  const progressOf = (page: ReturnType<typeof readChanges>) => (page === 'not yet' ? null : page.progress)

  it('says in the beginning each live item once, and what goes meanwhile afterwards', () => {
    const { store, ledger, follow } = site()
    for (const n of [3, 4, 5, 6]) ledger.append(idOf(n), `${n}`, `On ${n}`, '')
    ledger.append(idOf(6), '6', '', '', false)
    follow()
    const first = readChanges(store, null, { ...all, limit: 2 })
    expect(idsOf(first)).toEqual(['articles:3', 'articles:4'])
    ledger.append(idOf(3), '3', '', '', false)
    ledger.append(idOf(4), '4', 'On 4 again', '')
    follow()
    const second = readChanges(store, progressOf(first), all)
    expect(idsOf(second)).toEqual(['articles:5'])
    const third = readChanges(store, progressOf(second), all)
    expect([idsOf(third), third]).toEqual([
      ['-articles:3', 'articles:4'],
      expect.objectContaining({ more: false }),
    ])
    expect(idsOf(readChanges(store, progressOf(third), all))).toEqual([])
  })

  it('says again what carries something new, several at one entry in pages of one', () => {
    const { store, ledger, follow } = site()
    for (const n of [0, 1]) ledger.append(idOf(n), `${n}`, WORDS[n] ?? '', '')
    follow()
    let progress: Progress | null = presentProgress(store)
    ledger.append(idOf(3), '3', 'On 3', WORDS.join(' '))
    follow()
    const read = []
    for (let more = true; more; ) {
      const page = readChanges(store, progress, { ...all, limit: 1 })
      if (page === 'not yet') throw new Error(page)
      read.push(...page.changes.map(({ id, item }) => [id, JSON.parse(item ?? '{}').mentions]))
      ;({ progress, more } = page)
    }
    const found = ['articles:3']
    expect(read).toEqual([['articles:3', undefined], ...[0, 1].map((n) => [`glossary-terms:${n}`, found])])
  })

  it('ends a page at so many bytes, after one item at least', () => {
    const { store, ledger, follow } = site()
    for (const n of [3, 4, 5]) ledger.append(idOf(n), `${n}`, `On ${n}`, 'x'.repeat(10_000))
    follow()
    expect(idsOf(readChanges(store, null, { ...all, maxBytes: 1 }))).toEqual(['articles:3'])
    expect(idsOf(readChanges(store, null, { ...all, maxBytes: 30_000 }))).toEqual([
      'articles:3',
      'articles:4',
    ])
  })

  it('leads nobody back: an instance that is behind, or reads what was compacted, says nothing yet', () => {
    const { store, ledger, follow } = site()
    ledger.append(idOf(3), '3', 'On 3', '')
    follow()
    const ahead = { ...presentProgress(store), seq: 2 }
    expect(readChanges(store, ahead, all)).toBe('not yet')
    ledger.append(idOf(4), '4', 'On 4', '')
    ledger.append(idOf(4), '4', 'On 4 again', '')
    ledger.compact()
    applyEntries(store, ledger.entries.slice(0, 2))
    expect(readChanges(store, null, all)).toBe('not yet')
    follow()
    expect(idsOf(readChanges(store, null, all))).toEqual(['articles:3', 'articles:4'])
  })

  it('says everything again to who read a store of another form, also what is gone', () => {
    const { store, ledger, follow } = site()
    for (const n of [3, 4]) ledger.append(idOf(n), `${n}`, `On ${n}`, '')
    ledger.append(idOf(4), '4', '', '', false)
    follow()
    const other = { ...presentProgress(store), form: 0 }
    expect(idsOf(readChanges(store, other, all))).toEqual(['articles:3', '-articles:4'])
  })
})
