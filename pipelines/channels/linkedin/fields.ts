/** Reading `item.fields`, which holds whatever its type put there: what is absent or odd reads as empty. */
import type { Json } from '../../content-item.ts'

/** Trimmed; empty when it is no text. */
export function readText(value: Json | undefined): string {
  return typeof value === 'string' ? value.trim() : ''
}

/** Null when it is no finite number. */
export function readNumber(value: Json | undefined): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}

/** An empty object when it is a list, null, or no object. */
export function readRecord(value: Json | undefined): { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
}

/** Empty when it is no list; members are not checked. */
export function readList(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : []
}
