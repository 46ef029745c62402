/** Reads a database row's loosely typed values. Pure, and never throws: a row may be older than the form. */

export type Row = { [field: string]: unknown }

/** Trimmed; empty when it is no text. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : ''
}

/** Undefined instead of an empty text, so that JSON leaves the key out. */
export function optional(value: unknown): string | undefined {
  return textOf(value) || undefined
}

/** The non-empty texts of a list. */
export function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(textOf).filter((text) => text !== '') : []
}

/** Null for all but finite numbers; numerals in a text do not count. */
export function numberOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}

/** The rows of an array field. */
export function rowsOf(value: unknown): Row[] {
  return Array.isArray(value)
    ? value.filter((row): row is Row => typeof row === 'object' && row !== null)
    : []
}

/** The values of a group field. */
export function groupOf(value: unknown): Row {
  return typeof value === 'object' && value !== null ? (value as Row) : {}
}

/** ISO 8601 in UTC; null when it is no date. */
export function dateOf(value: unknown): string | null {
  if (typeof value !== 'string' && !(value instanceof Date)) return null
  const date = new Date(value)
  return Number.isNaN(date.getTime()) ? null : date.toISOString()
}
