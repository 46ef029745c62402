import type { Where } from 'payload'
import type { Column, FlatTable } from './table.ts'

export type Sql = { sql: string; args: unknown[] }

const COMPARE: { [operator: string]: string } = {
  equals: '=',
  greater_than: '>',
  greater_than_equal: '>=',
  less_than: '<',
  less_than_equal: '<=',
}

/** A condition in SQL, empty where it asks for nothing; null when it asks for what only Payload knows how to ask. */
export function toSqlWhere(table: FlatTable, where: Where | undefined): Sql | null {
  const parts: Sql[] = []
  for (const [key, condition] of Object.entries(where ?? {})) {
    const part =
      key === 'and' || key === 'or'
        ? join(table, key, condition as Where[])
        : toComparisons(table.byField.get(key), condition as { [operator: string]: unknown })
    if (!part) return null
    if (part.sql !== '') parts.push(part)
  }
  return all('and', parts)
}

function join(table: FlatTable, word: 'and' | 'or', conditions: Where[]): Sql | null {
  if (!Array.isArray(conditions)) return null
  const parts: Sql[] = []
  for (const condition of conditions) {
    const part = toSqlWhere(table, condition)
    if (!part || (part.sql === '' && word === 'or')) return null
    if (part.sql !== '') parts.push(part)
  }
  return all(word, parts)
}

function all(word: 'and' | 'or', parts: Sql[]): Sql {
  if (parts.length === 1) return parts[0] as Sql
  const sql = parts.map((part) => part.sql).join(` ${word} `)
  return { sql: sql === '' ? '' : `(${sql})`, args: parts.flatMap(({ args }) => args) }
}

function toComparisons(column: Column | undefined, condition: { [operator: string]: unknown }): Sql | null {
  if (!column || column.kind === 'json' || typeof condition !== 'object') return null
  const parts: Sql[] = []
  for (const [operator, value] of Object.entries(condition)) {
    const part = toComparison(column, operator, value)
    if (!part) return null
    parts.push(part)
  }
  return all('and', parts)
}

function toComparison(column: Column, operator: string, value: unknown): Sql | null {
  const { sql } = column
  if (operator === 'in') {
    if (!Array.isArray(value)) return null
    const args = value.map((one) => toArgument(column, one))
    if (args.includes(undefined)) return null
    return { sql: `${sql} in (${args.map(() => '?').join(', ')})`, args }
  }
  const sign = COMPARE[operator]
  if (!sign) return null
  if (operator === 'equals' && value === null) return { sql: `${sql} is null`, args: [] }
  const argument = toArgument(column, value)
  return argument === undefined ? null : { sql: `${sql} ${sign} ?`, args: [argument] }
}

/** Undefined for a value of another kind than the column's, which Payload may know how to read. */
function toArgument({ kind }: Column, value: unknown): unknown {
  if (kind === 'number') return typeof value === 'number' ? value : undefined
  if (kind === 'checkbox') return typeof value === 'boolean' ? Number(value) : undefined
  if (typeof value !== 'string') return undefined
  if (kind !== 'date') return value
  const date = new Date(value)
  return value === '' || Number.isNaN(date.getTime()) ? undefined : date.toISOString()
}
