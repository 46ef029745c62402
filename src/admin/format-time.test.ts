import { describe, expect, it } from 'vitest'
import { formatTime } from './format-time.ts'

const now = Date.UTC(2026, 10, 22, 9, 0)

describe('formatTime', () => {
  it.each([
    [Date.UTC(2026, 10, 24, 9, 30), 'Tuesday 24 November 2026', '(in 2 days)'],
    [Date.UTC(2026, 10, 22, 12, 0), 'Sunday 22 November 2026', '(in 3 hours)'],
    [Date.UTC(2026, 10, 22, 9, 1), 'Sunday 22 November 2026', '(in 1 minute)'],
    [Date.UTC(2026, 10, 22, 9, 0, 5), 'Sunday 22 November 2026', '(in 5 seconds)'],
  ])('says the day, the time and how long it is until then', (at, day, distance) => {
    const text = formatTime(at, now, 'en')
    expect(text).toContain(day)
    expect(text).toMatch(/, \d\d:\d\d \(/)
    expect(text).toContain(distance)
  })

  it('speaks the language of the admin', () => {
    expect(formatTime(Date.UTC(2026, 10, 24, 9, 0), now, 'de')).toContain('Dienstag, 24. November 2026')
  })
})
