/** Reading `item.fields`, which holds whatever its type put there: what is absent or odd reads as empty. */
import type { Json } from '../../content-item.ts'

export function readText(value: Json | undefined): string {
  return typeof value === 'string' ? value.trim() : ''
}

export function readNumber(value: Json | undefined): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}

export function readRecord(value: Json | undefined): { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
}

export function readList(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : []
}
