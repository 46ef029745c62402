import { expect, it } from 'vitest'
import { weaknessOf } from './provenance-gate.ts'

const scores = (...values: number[]) =>
  values.map((score, index) => ({ name: `Criterion ${index + 1}`, score }))

it('lets a profile pass whose lowest score reaches the minimum', () => {
  expect(weaknessOf(scores(5, 4, 4.5), 4)).toBeNull()
})

it('names the lowest score and the limit', () => {
  expect(weaknessOf([{ name: 'Concreteness', score: 3.5 }, ...scores(3.9)], 4)).toBe(
    '"Concreteness" scores 3.5; publishing needs at least 4.0 (Settings → Provenance minimum). Save as a draft, or add better sources.',
  )
})

it.each([[undefined], [null], [[]], [[{ name: 'Empty', score: null }]]])(
  'asks for scores where there are none: %j',
  (none) => {
    expect(weaknessOf(none, 4)).toMatch(/at least 4\.0, and there are none/)
  },
)
