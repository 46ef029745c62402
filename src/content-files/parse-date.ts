/** Dates as people write them → ISO 8601. Pure. */

const DAY = /^\d{4}-\d{2}-\d{2}$/
const MOMENT = /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?\s?([Zz]|[+-]\d{2}:\d{2})$/

/** ISO 8601 with milliseconds; undefined for what is no day of the calendar. */
export function toMoment(value: unknown): string | undefined {
  if (typeof value !== 'string' || !(DAY.test(value) || MOMENT.test(value))) return undefined
  const date = new Date(DAY.test(value) ? `${value}T00:00:00Z` : value)
  const isReal = toDay(value.slice(0, 10)) !== undefined
  return Number.isNaN(date.getTime()) || !isReal ? undefined : date.toISOString()
}

/** Noon in UTC of that day, as the admin keeps it. */
export function toDay(value: unknown): string | undefined {
  if (typeof value !== 'string' || !DAY.test(value)) return undefined
  const noon = new Date(`${value}T12:00:00Z`)
  // JavaScript takes 2026-02-31 for the third of March.
  return !Number.isNaN(noon.getTime()) && noon.toISOString().startsWith(value)
    ? noon.toISOString()
    : undefined
}
