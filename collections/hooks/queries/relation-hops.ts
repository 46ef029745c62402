import type { FlattenedField } from 'payload'

/** How far a path in a query leads: `depth` relations away, into the collections `into` (slugs). */
export type Hops = { depth: number; into: string[] }

const NOT_A_HOP = new Set(['id', 'value', 'relationTo'])

/**
 * Walks `path` (`topics.slug`, `version.authors__name`) through a collection's fields. What is not a field of it
 * ends the walk: Payload refuses that itself. Pure.
 */
export function hopsOf(
  path: string,
  fields: readonly FlattenedField[],
  fieldsOf: (collection: string) => readonly FlattenedField[],
): Hops {
  const [first = '', ...rest] = path.replaceAll('__', '.').split('.')
  if (/^\d+$/.test(first) && rest.length > 0) return hopsOf(rest.join('.'), fields, fieldsOf)
  const field = fields.find(({ name }) => name === first)
  const further = rest.filter((segment) => !NOT_A_HOP.has(segment) && !/^\d+$/.test(segment))
  if (!field || further.length === 0) return { depth: 0, into: [] }
  const targets = targetsOf(field)
  if (targets) {
    const next = targets.map((target) => hopsOf(further.join('.'), fieldsOf(target), fieldsOf))
    return {
      depth: 1 + Math.max(...next.map(({ depth }) => depth)),
      into: [...targets, ...next.flatMap(({ into }) => into)],
    }
  }
  return 'flattenedFields' in field
    ? hopsOf(rest.join('.'), field.flattenedFields, fieldsOf)
    : { depth: 0, into: [] }
}

function targetsOf(field: FlattenedField): string[] | null {
  if (field.type === 'relationship' || field.type === 'upload') return [field.relationTo].flat()
  return field.type === 'join' ? [field.collection].flat() : null
}
