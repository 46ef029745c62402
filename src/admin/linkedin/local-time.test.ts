import { describe, expect, it } from 'vitest'
import { fromLocal, toLocal } from './local-time.ts'

describe('a date in the reader’s time zone', () => {
  it.each(['2026-11-24T09:30:00.000Z', '1969-12-31T23:59:00.000Z', '2098-02-28T00:00:00.000Z'])(
    '%s comes back from the form as it went in',
    (iso) => {
      expect(toLocal(iso)).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/)
      expect(fromLocal(toLocal(iso))).toBe(iso)
    },
  )

  it.each(['', 'soon'])('there is none in “%s”', (value) => {
    expect(toLocal(value)).toBe('')
    expect(fromLocal(value)).toBeNull()
  })
})
