/**
 * What items carry (mentions, ladders, neighbours) follows from the ledger alone: whoever read every entry as it came,
 * whoever came behind, and whoever read all of it after compaction, carry the same. More by hand: PROPERTY_RUNS=2000
 * PROPERTY_SEED=$RANDOM npx vitest run --project unit pipelines/channels/delivery/real-followers.test.ts
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeItem } from '../../../tests/fixtures/items.ts'
import { MadeLedger } from '../../../tests/support/made-ledger.ts'
import type { ContentItem } from '../../content-item.ts'
import { applyEntries } from './apply.ts'
import { profileItem } from './neighbours.fixture.ts'
import { openStore, type Store } from './store.ts'

const RUNS = Number(process.env.PROPERTY_RUNS ?? 10)
const SEED = Number(process.env.PROPERTY_SEED ?? 20_261_123)
const TERMS = ['andon board', 'KAN', 'Takt time (TT)']

const folder = mkdtempSync(path.join(tmpdir(), 'galley-followers-'))
let stores: { whole: Store; lagging: Store; late: Store }
beforeAll(() => {
  const open = (name: string) => openStore(path.join(folder, name))
  stores = { whole: open('whole'), lagging: open('lagging'), late: open('late') }
})
afterAll(() => {
  for (const store of Object.values(stores)) store.close()
  rmSync(folder, { recursive: true })
})

type Step = ContentItem | { gone: number } | 'compact' | { follow: number }

const article = fc
  .record({
    n: fc.nat(3),
    words: fc.subarray(['andon board', 'KAN', 'takt time', 'TT', 'alias one']),
    day: fc.integer({ min: 1, max: 2 }),
    title: fc.nat(1),
  })
  .map(({ n, words, day, title }): Step => {
    const text = words.join(', ')
    const body = { summary: text, text, html: text, markdown: text }
    return makeItem({
      ...{ id: `articles:${n}`, slug: `article-${n}`, title: `Title ${title}`, ...body },
      blocks: [{ type: 'paragraph', children: [{ type: 'text', text }] }] as never,
      publishedAt: `2026-01-0${day}T00:00:00.000Z`,
    })
  })
const term = fc
  .record({ n: fc.nat(2), aliases: fc.subarray(['alias one', 'andon board']), name: fc.nat(2) })
  .map(({ n, aliases, name }): Step => {
    const fields = { aliases, abbreviation: name === 2 ? 'TT' : '' } as never
    const id = `glossary-terms:${n}`
    return makeItem({ id, type: 'glossary-terms', slug: `term-${n}`, title: TERMS[name] ?? '', fields })
  })
const profile = fc
  .record({
    n: fc.nat(4),
    family: fc.constantFrom('a', 'b', null),
    level: fc.constantFrom(1, 2, 3, 4, 5, null),
    version: fc.integer({ min: 1, max: 2 }),
    function: fc.constantFrom('Operations', 'IT'),
    track: fc.constantFrom('management', 'individual'),
    title: fc.nat(1),
    code: fc.nat(2),
    pinned: fc.subarray(['p0', 'p1', 'p2']),
    excluded: fc.subarray(['p3', 'p4']),
  })
  .map(({ n, title, code, ...more }): Step => {
    return profileItem({ name: `p${n}`, title: `Role ${title}`, code: `C${code}`, ...more })
  })
const steps = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: article },
    { weight: 2, arbitrary: term },
    { weight: 5, arbitrary: profile },
    { weight: 2, arbitrary: fc.record({ gone: fc.nat(20) }) },
    { weight: 2, arbitrary: fc.constant<Step>('compact') },
    { weight: 2, arbitrary: fc.record({ follow: fc.integer({ min: 1, max: 5 }) }) },
  ),
  { minLength: 20, maxLength: 60, size: 'max' },
)

it(`carries the same, however it was read (${RUNS} ledgers, seed ${SEED})`, () => {
  const { whole, lagging, late } = stores
  let carrying = 0
  const property = fc.property(steps, (sequence) => {
    for (const store of Object.values(stores)) store.startOver('an-epoch')
    const ledger = new MadeLedger()
    const live: string[] = []
    const read = (store: Store, count = ledger.entries.length) => {
      const { seq } = store.position()
      applyEntries(store, structuredClone(ledger.entries.slice(seq, seq + count)))
    }
    for (const step of sequence) {
      if (step === 'compact') ledger.compact()
      else if ('follow' in step) read(lagging, step.follow)
      else if ('gone' in step) {
        const [id] = live.splice(step.gone % Math.max(live.length, 1), 1)
        if (!id) continue
        ledger.append(id, id.replace(':', '-'), '', '', false)
        read(whole)
      } else {
        ledger.append(step.id, step.slug, '', '')
        const entry = ledger.entries.at(-1)
        if (entry) entry.item = step
        if (!live.includes(step.id)) live.push(step.id)
        read(whole)
      }
    }
    read(lagging)
    ledger.compact()
    read(late)
    const carried = carriedIn(whole)
    expect(carriedIn(lagging)).toEqual(carried)
    expect(carriedIn(late)).toEqual(carried)
    carrying += carried.filter(([, text]) => text !== '').length
  })
  fc.assert(property, { numRuns: RUNS, seed: SEED })
  expect(carrying).toBeGreaterThan(RUNS)
})

const carriedIn = (store: Store) =>
  store.sql('SELECT id, carried FROM items WHERE live = 1 ORDER BY id').all() as [string, string][]
