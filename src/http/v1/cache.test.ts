import { expect, test } from 'vitest'
import { createAnswerCache, type Keepable } from './cache.ts'

type Kept = Keepable & { name: string }
const kept = (name: string, bytes = 1_000, isUseful = true): Kept => ({ name, bytes, isUseful })
const stale = (...tags: string[]) => ({ seq: 1, tags: new Set(tags) })

test('forgets what has a stale tag, and nothing else', () => {
  const cache = createAnswerCache<Kept>()
  cache.add('/a', ['articles', 'item 1'], kept('a'))
  cache.add('/b', ['item 1'], kept('b'))
  cache.add('/c', ['item 2'], kept('c'))
  cache.add('/all', ['all'], kept('all'))
  cache.forget(stale('articles', 'unknown'))
  expect([cache.find('/a'), cache.find('/all')]).toEqual([undefined, undefined])
  expect([cache.find('/b'), cache.find('/c')]).toMatchObject([{ name: 'b' }, { name: 'c' }])
  cache.forget('everything')
  expect([cache.find('/b'), cache.find('/c'), cache.bytes()]).toEqual([undefined, undefined, 0])
})

test('forgets an answer that was replaced by its newer tags', () => {
  const cache = createAnswerCache<Kept>()
  cache.add('/a', ['old'], kept('first'))
  cache.add('/a', ['new'], kept('second'))
  cache.forget(stale('old'))
  expect(cache.find('/a')).toMatchObject({ name: 'second' })
  cache.forget(stale('new'))
  expect(cache.find('/a')).toBeUndefined()
})

test('gives what is being made to all who ask, and does not keep it when a tag became stale meanwhile', async () => {
  const cache = createAnswerCache<Kept>()
  let finish = (_: Kept) => {}
  const made = new Promise<Kept>((resolve) => {
    finish = resolve
  })
  cache.add('/a', ['item 1'], made)
  expect(cache.find('/a')).toBe(made)
  cache.forget(stale('item 1'))
  // Whoever asks from now on is not given it.
  expect(cache.find('/a')).toBeUndefined()
  const newer = Promise.resolve(kept('newer'))
  cache.add('/a', ['item 1'], newer)
  finish(kept('older'))
  await Promise.all([made, newer])
  expect(cache.find('/a')).toMatchObject({ name: 'newer' })
})

test('keeps nothing of what could not be made', async () => {
  const cache = createAnswerCache<Kept>()
  const failing = Promise.reject(new Error('no'))
  cache.add('/a', ['item 1'], failing)
  await failing.catch(() => {})
  await Promise.resolve()
  expect(cache.find('/a')).toBeUndefined()
})

test('stays within its bytes, and what found nothing pushes out nothing that did', () => {
  const cache = createAnswerCache<Kept>({ maxBytes: 100_000, maxOtherBytes: 50_000 })
  cache.add('/useful', ['articles'], kept('useful'))
  for (let n = 0; n < 1_000; n++) cache.add(`/nothing-${n}`, [`at articles/${n}`], kept('', 500, false))
  expect(cache.find('/useful')).toMatchObject({ name: 'useful' })
  for (let n = 0; n < 1_000; n++) cache.add(`/list-${n}`, ['articles'], kept('list'))
  expect(cache.bytes()).toBeLessThanOrEqual(150_000)
  expect(cache.bytes()).toBeGreaterThan(100_000)
  expect(cache.find('/useful')).toBeUndefined()
  cache.add('/huge', ['articles'], kept('huge', 90_000))
  expect(cache.find('/huge')).toBeUndefined()
  cache.forget(stale('articles', ...Array.from({ length: 1_000 }, (_, n) => `at articles/${n}`)))
  expect(cache.bytes()).toBe(0)
})
