import { describe, expect, it } from 'vitest'
import { moveMonth, readMonth, toDays } from './month.ts'

describe('a month', () => {
  it.each([
    ['2026-11', 42, '2026-10-26', '2026-12-06'],
    ['2026-02', 35, '2026-01-26', '2026-03-01'],
    ['2027-02', 28, '2027-02-01', '2027-02-28'],
    ['2028-02', 35, '2028-01-31', '2028-03-05'],
  ])('%s is shown in whole weeks', (month, length, first, last) => {
    const days = toDays(month)
    expect([days.length, days[0], days.at(-1)]).toEqual([length, first, last])
    expect(new Set(days).size).toBe(length)
  })

  it('has neighbours across the year', () => {
    expect(moveMonth('2026-12', 1)).toBe('2027-01')
    expect(moveMonth('2026-01', -1)).toBe('2025-12')
  })

  it.each([['2026-13'], ['2026-1'], [['2026-01']], [undefined]])(
    'is the present one when %j is none',
    (given) => {
      expect(readMonth(given, Date.UTC(2026, 10, 22))).toBe('2026-11')
      expect(readMonth('2026-02', 0)).toBe('2026-02')
    },
  )
})
