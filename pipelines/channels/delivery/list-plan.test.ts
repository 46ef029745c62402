/** Which index a list is read by: what its first page costs. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openTestStore, type TestStore } from '../../../tests/fixtures/delivery.ts'
import { planList } from './list-plan.ts'

let site: TestStore
beforeEach(() => {
  site = openTestStore()
})
afterEach(() => site.close())

/** A list of `items`, each changed a second after the one before. */
function fill(list: string, items: number) {
  site.store.sql('INSERT INTO counts (list, items) VALUES (?, ?)').run(list, items)
  site.store
    .sql(
      `INSERT INTO places (list, id, published, updated, title)
       WITH RECURSIVE number (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM number WHERE n < ? - 1)
       SELECT ?, 'articles:' || n, '', strftime('%Y-%m-%dT%H:%M:%S.000Z', 1000000000 + n, 'unixepoch'), '' FROM number`,
    )
    .run(items, list)
}

const at = (n: number) => new Date((1_000_000_000 + n) * 1000).toISOString()
const indexFor = (list: string, since: number) =>
  planList(site.store, { type: 'articles', lists: [[list]], updatedSince: at(since) }, 'title').index

it.each([
  ['a short list: nearly all of it', 1_000, 10, 'title'],
  ['a short list: its newest few', 1_000, 980, 'updated'],
  ['a long list: all of it', 5_000, 0, 'title'],
  ['a long list: what can be sorted', 5_000, 3_500, 'updated'],
])('reads what changed since of %s', (_what, items, since, index) => {
  fill('articles topic:a', items)
  expect(indexFor('articles topic:a', since)).toBe(index)
})
