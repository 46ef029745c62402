/** Ids of the database's kind that no document has: for what an import would make. */
import type { Payload } from 'payload'
import type { Id } from './to-data.ts'

/** The same number, the same id. */
export function madeUpId(payload: Payload, number: number): Id {
  return payload.db.defaultIDType === 'number' ? -1 - number : number.toString(16).padStart(24, 'f')
}

/** Whether a value, or anything in it, is such an id. */
export function holdsMadeUp(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(holdsMadeUp)
  if (typeof value === 'object' && value !== null) return Object.values(value).some(holdsMadeUp)
  return typeof value === 'number' ? value < 0 : typeof value === 'string' && /^f{16}[\da-f]{8}$/.test(value)
}
