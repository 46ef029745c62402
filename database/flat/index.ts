/**
 * The rows that the program itself keeps (the ledger, its readers, what channels project) stand in tables without any
 * others beside them. For these the adapter builds every statement anew, with tools made for documents, which takes
 * several times what SQLite needs to run it. Here the same questions have the same answers, from statements that are
 * short, always the same, and kept prepared. Whatever is not plain is left to the adapter.
 */
import type { BaseDatabaseAdapter, CollectionSlug, Where } from 'payload'
import { type FlatTable, fromSql, toFlatTable, toSqlRow } from './table.ts'
import { toSqlWhere } from './where.ts'

type Row = { [field: string]: unknown }

/** Runs a statement where the call belongs: in its transaction, or beside all of them. */
export type Run = (sql: string, args: unknown[], req: unknown) => Promise<unknown[][]>

type Drizzle = BaseDatabaseAdapter & {
  tables: { [name: string]: never }
  tableNameMap: Map<string, string>
}

type Asked = {
  collection: CollectionSlug
  where?: Where
  req?: unknown
  locale?: unknown
  draftsEnabled?: boolean
  select?: { [field: string]: unknown }
  sort?: string | string[]
  limit?: number
  page?: number
  pagination?: boolean
  returning?: boolean
  customID?: unknown
  options?: unknown
  id?: unknown
  data?: Row
}

// biome-ignore lint/suspicious/noExplicitAny: each method has arguments and answers of its own
type Method = (args: any) => Promise<any>

/** Puts a faster way in front of the adapter's own methods. Call it before anything else decorates them. */
export function withFlatRows(adapter: BaseDatabaseAdapter, run: Run): void {
  const known = new Map<string, FlatTable | null>()
  const tableOf = ({ collection, locale, draftsEnabled }: Asked): FlatTable | null => {
    if (locale || draftsEnabled) return null
    const found = known.get(collection)
    if (found !== undefined) return found
    const { payload, tables, tableNameMap } = adapter as unknown as Drizzle
    const config = payload.collections[collection]?.config
    // A table's name is its collection's in snake case; slugs here are made of words and hyphens.
    const name = tableNameMap.get(collection.replaceAll('-', '_'))
    const table = config && name && tables[name] ? toFlatTable(config, name, tables[name]) : null
    known.set(collection, table)
    return table
  }

  const methods = adapter as unknown as { [name: string]: Method }
  /** `fast` answers undefined where it does not know how. */
  const inFrontOf = (
    name: string,
    fast: (table: FlatTable, asked: Asked) => Promise<unknown> | undefined,
  ) => {
    const slow = methods[name]?.bind(adapter)
    if (!slow) return
    methods[name] = (asked: Asked) => {
      const table = tableOf(asked)
      return (table && fast(table, asked)) ?? slow(asked)
    }
  }

  const read = (table: FlatTable, asked: Asked): Promise<Row[]> | undefined => {
    const where = toSqlWhere(table, asked.where)
    const columns = where && pick(table, asked.select)
    const order = columns && toOrder(table, asked.sort)
    if (!where || !columns || !order) return undefined
    const sql =
      `select ${columns.map((column) => column.sql).join(', ')} from ${table.sql}` +
      `${where.sql && ` where ${where.sql}`} order by ${order}${asked.limit ? ' limit ?' : ''}`
    const args = asked.limit ? [...where.args, asked.limit] : where.args
    return run(sql, args, asked.req).then((rows) => rows.map((row) => toDocument(columns, row)))
  }

  inFrontOf('find', (table, asked) => {
    const { limit, page = 1, pagination } = asked
    if (page !== 1 || (pagination !== false && limit !== 0)) return undefined
    return read(table, asked)?.then((docs) => ({
      ...{ docs, limit, page: 1, pagingCounter: 1, totalDocs: docs.length, totalPages: 1 },
      ...{ hasNextPage: false, hasPrevPage: false, nextPage: null, prevPage: null },
    }))
  })

  inFrontOf('findOne', (table, asked) => {
    const unsorted = { ...asked, sort: '-id', limit: 1 }
    return read(table, unsorted)?.then(([first]) => first ?? null)
  })

  inFrontOf('count', (table, { where: given, req }) => {
    const where = toSqlWhere(table, given)
    if (!where) return undefined
    const sql = `select count(*) from ${table.sql}${where.sql && ` where ${where.sql}`}`
    return run(sql, where.args, req).then(([row]) => ({ totalDocs: Number(row?.[0] ?? 0) }))
  })

  inFrontOf('create', (table, { data = {}, returning, customID, req }) => {
    if (returning !== false || customID || 'id' in data) return undefined
    const row = toSqlRow(table, data)
    if (!row || row.size === 0) return undefined
    const places = [...row].map(() => '?').join(', ')
    const sql = `insert into ${table.sql} (${[...row.keys()].join(', ')}) values (${places})`
    return run(sql, [...row.values()], req).then(() => null)
  })

  inFrontOf('updateOne', (table, { id, data = {}, returning, where, options, req }) => {
    if (typeof id !== 'number' || returning !== false || where || options) return undefined
    const row = toSqlRow(table, data)
    if (!row || row.size === 0) return undefined
    const set = [...row.keys()].map((column) => `${column} = ?`).join(', ')
    return run(`update ${table.sql} set ${set} where "id" = ?`, [...row.values(), id], req).then(() => null)
  })

  inFrontOf('deleteMany', (table, { where: given, req }) => {
    const where = toSqlWhere(table, given)
    if (!where?.sql) return undefined
    return run(`delete from ${table.sql} where ${where.sql}`, where.args, req).then(() => undefined)
  })
}

function pick({ columns, byField }: FlatTable, select: Asked['select']) {
  if (!select) return columns
  const wanted = Object.entries(select)
  if (wanted.some(([field, is]) => is !== true || !byField.has(field))) return null
  return columns.filter(({ path: [field] }) => field === 'id' || field in select)
}

/** By the id last, as the adapter does, so that the order is always the same. */
function toOrder({ byField, defaultSort }: FlatTable, sort: Asked['sort']): string | null {
  const wanted = sort?.length ? [sort].flat() : defaultSort
  const terms: string[] = []
  for (const one of wanted.some((term) => /^-?id$/.test(term)) ? wanted : [...wanted, '-id']) {
    const isDown = one.startsWith('-')
    const column = byField.get(isDown ? one.slice(1) : one)
    if (!column) return null
    terms.push(`${column.sql} ${isDown ? 'desc' : 'asc'}`)
  }
  return terms.join(', ')
}

function toDocument(columns: FlatTable['columns'], row: unknown[]): Row {
  const document: Row = {}
  columns.forEach(({ path: [field, inner], kind }, index) => {
    const value = fromSql(kind, row[index])
    if (inner === undefined) document[field] = value
    else document[field] = { ...(document[field] as Row | undefined), [inner]: value }
  })
  return document
}
