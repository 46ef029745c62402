/** The read model follows the ledger, and says what it made stale. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startGalley, type TestGalley } from '../support/galley.ts'

let site: TestGalley
beforeAll(async () => {
  site = await startGalley()
})
afterAll(() => site?.close())

test('holds what is public, where it was, and nothing of a draft', async () => {
  const { payload, galley } = site
  const replica = galley.replica
  if (!replica) throw new Error('nothing is served')
  const stale: unknown[] = []
  replica.onStale((what) => stale.push(what))
  const topic = await payload.create({
    collection: 'topics',
    data: { name: 'Presses', slug: 'presses', _status: 'published' },
  })
  await galley.settled()
  const { store } = replica
  const live = () => store.sql('SELECT type, slug, live FROM items WHERE type = ? ORDER BY n').all('topics')
  expect(live()).toEqual([['topics', 'presses', 1]])
  expect(store.sql('SELECT items FROM counts WHERE list = ?').get('topics')).toEqual([1])
  await payload.update({
    collection: 'topics',
    id: topic.id,
    data: { name: 'CANARY' },
    draft: true,
  })
  await galley.settled()
  expect(JSON.stringify(store.sql('SELECT * FROM items').all())).not.toContain('CANARY')
  await payload.update({ collection: 'topics', id: topic.id, data: { _status: 'draft' } })
  await galley.settled()
  expect(live()).toEqual([['topics', 'presses', 0]])
  expect(store.sql('SELECT items FROM counts WHERE list = ?').get('topics')).toEqual([0])
  expect(
    stale.flatMap((what) => (what === 'everything' ? [what] : [...(what as { tags: Set<string> }).tags])),
  ).toContain('at topics/presses')
})
