/**
 * Inserting rows without drizzle's detours. For each insert it makes an object of every column and value of every
 * row, walks them twice, reads all columns of what it wrote back, and makes rows of them that Payload takes
 * only the ids of: more work than all else that a save costs. Here the same statement is put together as text. What
 * is out of the ordinary goes to drizzle as before.
 */
import { getTableColumns, getTableName } from '@payloadcms/db-sqlite/drizzle'

type Row = { [column: string]: unknown }
type Table = Parameters<typeof getTableName>[0]

/** What Payload's adapters are asked for. */
type Insert = { db: Drizzle; tableName: string; values: Row | Row[]; onConflictDoUpdate?: unknown }
type Prepared = { run(): Promise<{ lastInsertRowid?: bigint }> }
type Drizzle = {
  session: {
    prepareQuery(query: Statement, fields: undefined, method: 'run', inArrays: boolean): Prepared
  }
}
/** Of the adapter: what inserting needs. */
export type Inserting = {
  tables: { [name: string]: Table }
  insert(this: unknown, args: Insert): Promise<Row[]>
}

export type Statement = { sql: string; params: unknown[] }

type Column = { key: string; name: string; toSql(value: unknown): unknown; usual: unknown; isOpen: boolean }
type Plan = { start: string; columns: Column[]; countsIds: boolean }

/** Lets `adapter` insert that way. Rows are answered as they were given, with their ids. */
export function insertingPlainly(adapter: Inserting): void {
  const { insert } = adapter
  adapter.insert = async function insertRows(args) {
    const { db, onConflictDoUpdate, tableName, values } = args
    const rows = [values].flat()
    const table = adapter.tables[tableName]
    const statement = table && !onConflictDoUpdate ? toInsert(table, rows) : null
    if (!statement) return insert.call(this, args)
    // Drizzle's own, because of the shape of its errors.
    const { lastInsertRowid } = await db.session.prepareQuery(statement, undefined, 'run', false).run()
    // One statement that SQLite counts the rows of, and nobody writes beside it.
    const first = Number(lastInsertRowid) - rows.length + 1
    return rows.map((row, index) => ({ ...row, id: row.id ?? first + index }))
  }
}

/** The statement that drizzle would make of it, but for what it returns; null where only drizzle knows. */
export function toInsert(table: Table, rows: readonly Row[]): Statement | null {
  const { start, columns, countsIds } = planOf(table)
  const idsGiven = rows.filter(({ id }) => id !== undefined && id !== null).length
  if (rows.length === 0 || (idsGiven !== rows.length && (idsGiven > 0 || !countsIds))) return null
  const params: unknown[] = []
  let sql = start
  for (const row of rows) {
    let comma = sql === start ? '(' : ', ('
    for (const { key, toSql, usual, isOpen } of columns) {
      let value = row[key]
      if (value === undefined) {
        if (isOpen) return null
        value = usual
      }
      // Most are, in the tables of relations.
      if (value === undefined || value === null) sql += `${comma}null`
      else {
        const given = toSql(value)
        if (isSql(value) || isSql(given)) return null
        sql += `${comma}?`
        params.push(given)
      }
      comma = ', '
    }
    sql += ')'
  }
  return { sql, params }
}

const plans = new WeakMap<Table, Plan>()

function planOf(table: Table): Plan {
  const known = plans.get(table)
  if (known) return known
  const all = getTableColumns(table)
  const columns = Object.entries(all).map(([key, column]): Column => {
    const { default: usual, defaultFn, generated, name, onUpdateFn } = column
    const isOpen = isSql(usual) || Boolean(defaultFn ?? onUpdateFn ?? generated)
    return { key, name, usual: usual ?? undefined, isOpen, toSql: (value) => column.mapToDriverValue(value) }
  })
  const { id } = all
  const plan = {
    start: `insert into "${getTableName(table)}" (${columns.map(({ name }) => `"${name}"`).join(', ')}) values `,
    columns,
    countsIds: id?.primary === true && id.getSQLType() === 'integer',
  }
  plans.set(table, plan)
  return plan
}

/** Whether it is a piece of SQL for drizzle to write out. */
function isSql(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'getSQL' in value
}
