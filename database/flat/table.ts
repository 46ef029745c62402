/** A collection that is one table: its columns, and how their values go into the database and come out. */
import type { FlattenedField, SanitizedCollectionConfig } from 'payload'

type Row = { [field: string]: unknown }
type Kind = 'number' | 'checkbox' | 'date' | 'json' | 'text'

export type Column = {
  /** As SQL has it, quoted. */
  sql: string
  /** Where the value stands in a document: `[field]`, or `[group, field]`. */
  path: [string] | [string, string]
  kind: Kind
}

export type FlatTable = {
  /** Quoted. */
  sql: string
  columns: readonly Column[]
  /** Those outside groups, and the id. */
  byField: ReadonlyMap<string, Column>
  defaultSort: readonly string[]
}

const KINDS: { [type: string]: Kind } = {
  text: 'text',
  textarea: 'text',
  select: 'text',
  number: 'number',
  checkbox: 'checkbox',
  date: 'date',
  json: 'json',
}

/** As drizzle knows it: columns by the field's path, joined by `_`. */
type DrizzleTable = { [key: string]: { name?: unknown } | undefined }

/** Null for a collection with anything that has a table of its own, or rows that Payload adds something to. */
export function toFlatTable(
  config: SanitizedCollectionConfig,
  name: string,
  table: DrizzleTable,
): FlatTable | null {
  if (config.timestamps || config.versions || config.auth || config.upload) return null
  const columns: Column[] = [{ sql: '"id"', path: ['id'], kind: 'number' }]
  const add = (field: FlattenedField, group?: string): boolean => {
    if (
      !('name' in field) ||
      ('virtual' in field && field.virtual) ||
      ('localized' in field && field.localized)
    )
      return false
    if (field.type === 'group' && !group)
      return field.flattenedFields.every((inner) => add(inner, field.name))
    const kind = KINDS[field.type]
    const column = table[group ? `${group}_${field.name}` : field.name]
    if (!kind || ('hasMany' in field && field.hasMany) || typeof column?.name !== 'string') return false
    const path: Column['path'] = group ? [group, field.name] : [field.name]
    columns.push({ sql: `"${column.name}"`, path, kind })
    return true
  }
  if (!config.flattenedFields.every((field) => field.name !== 'id' && add(field))) return null
  const byField = new Map(columns.flatMap((column) => (column.path[1] ? [] : [[column.path[0], column]])))
  const { defaultSort = '-id' } = config
  return { sql: `"${name}"`, columns, byField, defaultSort: [defaultSort].flat() }
}

/** A value as the database answers it, as Payload hands it out. */
export function fromSql(kind: Kind, value: unknown): unknown {
  if (value === null || value === undefined) return null
  if (kind === 'json') return JSON.parse(String(value))
  if (kind === 'checkbox') return Number(value) === 1
  if (kind === 'date') return new Date(String(value)).toISOString()
  return kind === 'number' ? Number(value) : value
}

/** A document's values as the database takes them, by column; null where Payload has to say what they mean. */
export function toSqlRow({ columns }: FlatTable, data: Row): Map<string, unknown> | null {
  const row = new Map<string, unknown>()
  for (const { sql, path, kind } of columns) {
    const [field, inner] = path
    if (field === 'id') continue
    const outer = data[field]
    const given = inner === undefined ? outer : (outer as Row | null | undefined)?.[inner]
    // The only field that Payload fills by itself; null says that it stays.
    const value = field === 'updatedAt' && given === undefined ? new Date().toISOString() : given
    if (value === undefined || (field === 'updatedAt' && value === null)) continue
    const made = toSqlValue(kind, value)
    if (made === undefined) return null
    row.set(sql, made)
  }
  return row
}

function toSqlValue(kind: Kind, value: unknown): unknown {
  if (value === null) return null
  if (kind === 'json') return JSON.stringify(value)
  if (kind === 'checkbox') return typeof value === 'boolean' ? Number(value) : undefined
  if (kind === 'date' && value instanceof Date) return value.toISOString()
  if (kind === 'number') return typeof value === 'number' ? value : undefined
  return typeof value === 'string' ? value : undefined
}
