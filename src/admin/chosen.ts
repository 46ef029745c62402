/** What a list is filtered by, as its address says it. Pure. */
import type { Where } from 'payload'

export type Chosen = { [field: string]: string }

/** Every `field: { equals: value }` that holds for the whole list, however it is nested. */
export function readChosen(where: unknown): Chosen {
  const chosen: Chosen = {}
  const read = (part: unknown) => {
    for (const [key, value] of Object.entries(Object(part)) as [string, unknown][]) {
      if (key === 'and' || (key === 'or' && Object.values(Object(value)).length === 1))
        for (const each of Object.values(Object(value))) read(each)
      else if (value && typeof value === 'object' && 'equals' in value) chosen[key] = String(value.equals)
    }
  }
  read(where)
  return chosen
}

/** As Payload's own filters write it. */
export function toWhere(chosen: Chosen): Where {
  const and = Object.entries(chosen).map(([field, value]) => ({ [field]: { equals: value } }))
  return and.length > 0 ? { or: [{ and }] } : {}
}
