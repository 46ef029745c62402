/**
 * A SQLite file of this process's machine, beside the database and on whichever of the two that is: for what can be
 * made again and is read far more often than written. Calls answer at once (no promise), statements stay prepared.
 */
import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import Libsql from 'libsql'

export type Value = string | number | null

/** `Row`: the selected columns in their order. */
export type Statement<Row extends Value[] = Value[]> = {
  all(...values: Value[]): Row[]
  get(...values: Value[]): Row | undefined
  run(...values: Value[]): void
}

export type LocalFile = {
  /** The same words give the same prepared statement. */
  sql<Row extends Value[] = Value[]>(words: string): Statement<Row>
  exec(statements: string): void
  /** Runs `write` in one transaction; others who write meanwhile fail with SQLITE_BUSY. What throws is taken back. */
  write<T>(write: () => T): T
  /** Moves when another connection has written. */
  dataVersion(): number
  close(): void
}

type Raw = {
  all(...values: Value[]): Value[][]
  get(...values: Value[]): Value[] | undefined
}

/** Statements of which there may be any number (filters) push the oldest out. */
const MOST_STATEMENTS = 500

/** `cacheBytes`: of pages that stay in memory. @throws when it cannot be read (isDamaged in sqlite-faults.ts) */
export function openLocalFile(
  file: string,
  { cacheBytes = 16_000_000 }: { cacheBytes?: number } = {},
): LocalFile {
  mkdirSync(path.dirname(file), { recursive: true })
  const database = new Libsql(file)
  const pragmas = [
    // Others may open it in the same moment, and mend what a crash has left.
    'busy_timeout = 5000',
    'journal_mode = WAL',
    // After a loss of power the file is whole, and behind: it reads on from where it stands.
    'synchronous = NORMAL',
    `cache_size = -${Math.ceil(cacheBytes / 1024)}`,
    'temp_store = MEMORY',
    'busy_timeout = 0',
  ]
  try {
    for (const pragma of pragmas) database.exec(`PRAGMA ${pragma}`)
  } catch (error) {
    database.close()
    throw error
  }
  const statements = new Map<string, Statement>()

  const prepare = (words: string): Statement => {
    const prepared = database.prepare(words)
    const raw = prepared.reader ? (database.prepare(words).raw(true) as unknown as Raw) : null
    return {
      all: (...values) => raw?.all(...values) ?? [],
      get: (...values) => raw?.get(...values),
      run: (...values) => void prepared.run(...values),
    }
  }

  const sql = <Row extends Value[]>(words: string) => {
    let statement = statements.get(words)
    if (!statement) {
      statement = prepare(words)
      const [oldest] = statements.keys()
      if (statements.size >= MOST_STATEMENTS && oldest !== undefined) statements.delete(oldest)
      statements.set(words, statement)
    }
    return statement as unknown as Statement<Row>
  }

  return {
    sql,
    exec: (words) => void database.exec(words),
    write(write) {
      database.exec('BEGIN IMMEDIATE')
      try {
        const result = write()
        database.exec('COMMIT')
        return result
      } catch (error) {
        // A full disk has taken it back already.
        if (database.inTransaction) database.exec('ROLLBACK')
        throw error
      }
    },
    dataVersion: () => Number(sql('PRAGMA data_version').get()?.[0]),
    close: () => void database.close(),
  }
}

/** Removes the file and what SQLite keeps beside it. */
export function removeLocalFile(file: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true })
}
