/** The days of a month as a calendar shows them. Pure. */

/** `YYYY-MM`; that of `fallback` (ms) in UTC when it is none. */
export function readMonth(given: unknown, fallback: number): string {
  const text = typeof given === 'string' ? given : ''
  return /^\d{4}-(?:0[1-9]|1[0-2])$/.test(text) ? text : new Date(fallback).toISOString().slice(0, 7)
}

/** Another month: `moveMonth('2026-12', 1)` is `2027-01`. */
export function moveMonth(month: string, by: number): string {
  const [year, number] = split(month)
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7)
}

/** Whole weeks from Monday to Sunday, `YYYY-MM-DD`, with days of the months beside it. */
export function toDays(month: string): string[] {
  const [year, number] = split(month)
  const first = new Date(Date.UTC(year, number - 1, 1))
  const before = (first.getUTCDay() + 6) % 7
  const length = new Date(Date.UTC(year, number, 0)).getUTCDate()
  const cells = Math.ceil((before + length) / 7) * 7
  return Array.from({ length: cells }, (_, at) =>
    new Date(Date.UTC(year, number - 1, 1 - before + at)).toISOString().slice(0, 10),
  )
}

function split(month: string): [year: number, number: number] {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return [year, number]
}
