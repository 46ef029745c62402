import { expect, it } from 'vitest'
import { isOver, MOST_MS, pauseAfter, TRIES } from './when.ts'

const QUIET = 30_000

it('waits until nothing was published for a while, but not for ever', () => {
  expect(isOver({ first: 0, last: 0 }, QUIET, QUIET - 1)).toBe(false)
  expect(isOver({ first: 0, last: 0 }, QUIET, QUIET)).toBe(true)
  expect(isOver({ first: 0, last: 20_000 }, QUIET, QUIET)).toBe(false)
  expect(isOver({ first: 0, last: MOST_MS - 1 }, QUIET, MOST_MS)).toBe(true)
})

it('does not wait for a clock that is a day ahead', () => {
  const tomorrow = 86_400_000
  expect(isOver({ first: tomorrow, last: tomorrow }, QUIET, 0)).toBe(true)
})

it('tries ten times within some three hours', () => {
  const pauses = Array.from({ length: TRIES - 1 }, (_, n) => pauseAfter(n + 1))
  expect(pauses.slice(0, 3)).toEqual([30_000, 60_000, 120_000])
  expect(Math.max(...pauses)).toBe(3_600_000)
  expect(pauses.reduce((sum, pause) => sum + pause, 0) / 3_600_000).toBeCloseTo(3, 0)
})
