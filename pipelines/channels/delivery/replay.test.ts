/** What tests/support/test-channel.ts asks of channels with rows in the database, of the store. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { deepFreeze, nastyItems } from '../../../tests/fixtures/items.ts'
import { rowsOf } from '../../../tests/support/store-rows.ts'
import { toEntry } from '../../../tests/support/test-channel.ts'
import { applyEntries } from './apply.ts'
import { openStore, type Store } from './store.ts'

const items = nastyItems()
const entries = deepFreeze(items.map((item, index) => toEntry(item, index + 1)))
let folder: string
let store: Store

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'galley-replay-'))
  store = openStore(folder)
})
afterEach(() => {
  store.close()
  rmSync(folder, { recursive: true })
})

test('an empty list changes nothing', () => {
  const before = rowsOf(store)
  expect(applyEntries(store, []).tags.size).toBe(0)
  expect(rowsOf(store)).toEqual(before)
})

test('takes the nasty inputs, leaves them alone, and is the same in batches, one by one, and again', () => {
  applyEntries(store, entries)
  const once = rowsOf(store)
  expect(once.items).toHaveLength(new Set(items.map(({ id }) => id)).size)
  applyEntries(store, entries)
  expect(rowsOf(store)).toEqual(once)
  store.startOver('another')
  expect(Object.values(rowsOf(store)).flat()).toEqual([])
  for (const entry of entries) applyEntries(store, [entry])
  expect(rowsOf(store)).toEqual(once)
})

test('nothing old comes back: neither over what is newer nor after it is gone', () => {
  const [first] = items
  if (!first) throw new Error('no fixture')
  const seq = items.length + 10
  applyEntries(store, entries)
  applyEntries(store, [toEntry({ ...first, title: 'A newer title' }, seq, 'updated')])
  const newest = rowsOf(store)
  applyEntries(store, [toEntry(first, seq - 1)])
  expect(rowsOf(store)).toEqual(newest)
  applyEntries(store, [{ ...toEntry(first, seq + 2, 'unpublished'), item: null, dependsOn: [] }])
  const gone = rowsOf(store)
  applyEntries(store, [toEntry(first, seq + 1)])
  expect(rowsOf(store)).toEqual(gone)
  expect(JSON.stringify(gone)).not.toContain('A newer title')
})

test('what fails is taken back whole', () => {
  applyEntries(store, entries.slice(0, 2))
  const before = rowsOf(store)
  const [, , third] = entries
  if (!third) throw new Error('no fixture')
  const broken = { ...third, seq: third.seq + 1, item: { ...third.item, blocks: null } } as never
  expect(() => applyEntries(store, [third, broken])).toThrow()
  expect([rowsOf(store), store.position().seq]).toEqual([before, 2])
})
