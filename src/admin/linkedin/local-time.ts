/** Dates for `<input type="datetime-local">`, which knows no time zone but the reader's. */

/** `2026-11-24T09:30` in the reader's time zone; empty when it is no date. `iso`: ISO 8601. */
export function toLocal(iso: string): string {
  const date = new Date(iso)
  if (Number.isNaN(date.getTime())) return ''
  const [day, time] = [dayOf(date), [date.getHours(), date.getMinutes()].map(twoDigits).join(':')]
  return `${day}T${time}`
}

/** ISO 8601 in UTC; null when it is empty or no date. */
export function fromLocal(value: string): string | null {
  const date = new Date(value)
  return value === '' || Number.isNaN(date.getTime()) ? null : date.toISOString()
}

/** `2026-11-24` in the reader's time zone. */
export function dayOf(date: Date): string {
  return [
    String(date.getFullYear()).padStart(4, '0'),
    twoDigits(date.getMonth() + 1),
    twoDigits(date.getDate()),
  ].join('-')
}

const twoDigits = (value: number) => String(value).padStart(2, '0')
