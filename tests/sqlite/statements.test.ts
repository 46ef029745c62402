/** What Galley says to SQLite in drizzle's place is what drizzle would say: an upgrade that changes that is seen here. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Statement, toInsert } from '../../database/insert-rows.ts'
import { type Dialect, keepingReadBacks } from '../../database/read-back.ts'
import { databaseName, startGalley, type TestGalley } from '../support/galley.ts'

type Table = Parameters<typeof toInsert>[0]
type Row = { [column: string]: unknown }
type Sqlite = {
  tables: { [name: string]: Table }
  drizzle: { dialect: Dialect; insert(table: Table): { values(rows: Row[]): { toSQL(): Statement } } }
}

const TIMES = ['createdAt', 'updatedAt']

describe.skipIf(databaseName !== 'sqlite')('statements', () => {
  let instance: TestGalley
  let db: Sqlite

  beforeAll(async () => {
    instance = await startGalley()
    db = instance.payload.db as unknown as Sqlite
  })
  afterAll(() => instance?.close())

  /** A row with a value in every column that `which` takes, and in those that the database would fill in. */
  const rowOf = (table: Table, which: (index: number) => boolean): Row =>
    Object.fromEntries(
      Object.keys(table)
        .filter((key) => key !== 'enableRLS')
        .filter((key, index) => TIMES.includes(key) || (key !== 'id' && which(index)))
        .map((key, index) => [key, `“${index}”`]),
    )

  const byDrizzle = (table: Table, rows: Row[]): Statement => {
    const { sql, params } = db.drizzle.insert(table).values(rows).toSQL()
    return { sql, params }
  }

  it('insert what drizzle would insert, into every table', () => {
    expect(Object.keys(db.tables)).toContain('articles_rels')
    for (const [name, table] of Object.entries(db.tables)) {
      const rows = [() => true, () => false, (index: number) => index % 2 > 0].map((which) =>
        rowOf(table, which),
      )
      const withIds = rows.map((row, id) => ({ ...row, id }))
      expect([name, toInsert(table, withIds)]).toEqual([name, byDrizzle(table, withIds)])
      const own = toInsert(table, rows)
      if (own) expect([name, own]).toEqual([name, byDrizzle(table, rows)])
    }
  })

  it('leave to drizzle what only drizzle can write', () => {
    const { topics } = db.tables
    if (!topics) throw new Error('there is no table topics')
    const times = { createdAt: 'then', updatedAt: 'then' }
    const sql = { getSQL: () => 'now()' }
    expect(toInsert(topics, [{ ...times, name: 'A' }])).toMatchObject({
      params: ['A', 'then', 'then', 'draft'],
    })
    expect(toInsert(topics, [{ name: 'A' }])).toBeNull()
    expect(toInsert(topics, [{ ...times, name: sql }])).toBeNull()
    expect(toInsert(topics, [])).toBeNull()
    expect(toInsert(topics, [{ ...times, id: 1 }, times])).toBeNull()
  })

  it('use the text of a query for the next row that is read back', async () => {
    const used = keepingReadBacks(db.drizzle.dialect)
    const names = ['First', 'Second', 'Third']
    const made = []
    for (const name of names) {
      made.push(await instance.payload.create({ collection: 'topics', data: { name, _status: 'published' } }))
    }
    expect(used()).toBeGreaterThanOrEqual(names.length - 1)
    expect(made.map(({ name }) => name)).toEqual(names)
    expect(new Set(made.map(({ id }) => id)).size).toBe(names.length)
  })
})
