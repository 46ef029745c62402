/** Whether a document says already what a file says. Pure. */
import type { Field } from '../../collections/content-file/field.ts'
import { fromValue, type Names } from './from-data.ts'
import type { Data } from './to-data.ts'

/** Keys of `data` (made from a file) that `stored` has otherwise. */
export function differences(data: Data, stored: Data, fields: readonly Field[], names: Names): string[] {
  return fields
    .filter(({ name }) => name in data)
    .filter((field) => !isSame(data[field.name], stored[field.name], field, names))
    .map(({ name }) => name)
}

function isSame(given: unknown, stored: unknown, field: Field, names: Names): boolean {
  if (field.kind === 'group') {
    return differences(given as Data, (stored ?? {}) as Data, field.fields, names).length === 0
  }
  if (field.kind === 'texts' && field.growing) {
    const known = new Set((stored ?? []) as string[])
    return (given as string[]).every((one) => known.has(one))
  }
  const form = (value: unknown) => JSON.stringify(fromValue(value, field, names) ?? null)
  return form(given) === form(stored)
}

/** Whether the field holds nothing that a file would show. */
export function isEmpty(stored: unknown, field: Field, names: Names): boolean {
  return (fromValue(stored, field, names) ?? null) === null
}
