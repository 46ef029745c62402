/**
 * A connection to a SQLite file that keeps its prepared statements: `@libsql/client` prepares each anew, which
 * costs more than most of them take to run. Answers as that client does, because drizzle reads the answers.
 */
import { type InStatement, type InValue, LibsqlError } from '@libsql/client'
import Database from 'libsql'
import { LRUCache } from 'lru-cache'

type Prepared = { statement: Database.Statement<unknown[]>; columns: string[] | null }

/** As far as drizzle looks. */
type Result = { columns: string[]; rows: unknown[]; rowsAffected: number; lastInsertRowid?: bigint }

export class Connection {
  readonly #database: Database.Database
  readonly #prepared = new LRUCache<string, Prepared>({ max: 200 })

  constructor(file: string) {
    this.#database = new Database(file)
  }

  /** The rows as they come, without names; none of a statement that answers none. @throws LibsqlError */
  rows(sql: string, args: readonly unknown[]): unknown[][] {
    try {
      const { statement, columns } = this.#prepare(sql)
      if (columns) return statement.all(args as unknown[]) as unknown[][]
      statement.run(args as unknown[])
      return []
    } catch (error) {
      throw toLibsqlError(error)
    }
  }

  get isOpen(): boolean {
    return this.#database.open
  }

  /** False also when SQLite has taken the transaction back by itself, as it does on a full disk. */
  get inTransaction(): boolean {
    return this.isOpen && this.#database.inTransaction
  }

  /** @throws LibsqlError */
  async execute(statement: InStatement): Promise<Result> {
    const { sql, args = [] } = typeof statement === 'string' ? { sql: statement } : statement
    if (!Array.isArray(args)) throw new TypeError('[database] named parameters are not supported')
    try {
      const { statement, columns } = this.#prepare(sql)
      const values = args.map(toSql)
      if (!columns) {
        const { changes, lastInsertRowid } = statement.run(values)
        return { columns: [], rows: [], rowsAffected: changes, lastInsertRowid: BigInt(lastInsertRowid) }
      }
      const rows = statement.all(values).map((row) => withNames(row as unknown[], columns))
      return { columns, rows, rowsAffected: 0 }
    } catch (error) {
      throw toLibsqlError(error)
    }
  }

  /** Several statements in one text, without parameters. */
  async executeMultiple(sql: string): Promise<void> {
    try {
      this.#database.exec(sql)
    } catch (error) {
      throw toLibsqlError(error)
    }
  }

  /** Takes back what was not committed. Nothing can be executed afterwards. */
  close(): void {
    if (!this.#database.open) return
    // Said here, because statements that are not yet collected keep the file and its lock.
    try {
      if (this.inTransaction) this.#database.exec('ROLLBACK')
    } finally {
      this.#prepared.clear()
      this.#database.close()
    }
  }

  #prepare(sql: string): Prepared {
    if (!this.#database.open) throw new LibsqlError('the connection is closed', 'CLIENT_CLOSED')
    const known = this.#prepared.get(sql)
    if (known) return known
    const statement = this.#database.prepare(sql)
    const prepared = { statement, columns: columnsOf(statement) }
    this.#prepared.set(sql, prepared)
    return prepared
  }
}

function columnsOf(statement: Database.Statement<unknown[]>): string[] | null {
  try {
    statement.raw(true)
  } catch {
    // It returns no rows, and says so only this way.
    return null
  }
  return statement.columns().map(({ name }) => name)
}

/** Values by place and by name. */
function withNames(row: unknown[], columns: string[]): unknown[] {
  const values = row as unknown[] & { [name: string]: unknown }
  for (let index = 0; index < columns.length; index++) {
    const value = row[index]
    const read = Buffer.isBuffer(value) ? value.buffer : value
    values[index] = read
    values[columns[index] as string] = read
  }
  return values
}

function toSql(value: InValue): unknown {
  if (value === undefined) throw new TypeError('undefined cannot be passed to the database')
  if (typeof value === 'boolean') return value ? 1 : 0
  if (value instanceof Date) return value.valueOf()
  if (value instanceof ArrayBuffer) return Buffer.from(value)
  return value
}

function toLibsqlError(error: unknown): unknown {
  if (!(error instanceof Database.SqliteError)) return error
  const { message, code, rawCode } = error as Error & { code: string; rawCode?: number }
  return new LibsqlError(message, code, rawCode, error)
}
