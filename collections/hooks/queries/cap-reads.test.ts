import { expect, it } from 'vitest'
import { capped, MOST } from './cap-reads.ts'

it.each([{}, { limit: 1 }, { limit: MOST }, { limit: 5, pagination: false }])(
  'leaves %o as it is',
  (page) => {
    expect(capped(page)).toEqual(page)
  },
)

it.each([
  { limit: 0 },
  { limit: -1 },
  { limit: MOST + 1 },
  { limit: 'abc' },
  { limit: ['1', '2'] },
  { limit: Number.NaN },
  { pagination: false },
  { limit: 0, pagination: false },
])('caps %o, and pages', (page) => {
  expect(capped(page)).toEqual({ limit: MOST, pagination: true })
})
