/**
 * A SQLite file of this process's machine, beside the database and on whichever of the two that is: for what can be
 * made again and is read far more often than written. Calls answer at once (no promise), statements stay prepared.
 */
import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import Libsql from 'libsql'
import { LRUCache } from 'lru-cache'

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
  /** Runs `read` on one state, whoever writes meanwhile. */
  read<T>(read: () => T): T
  /** Runs `write` in one transaction; others who write meanwhile fail with SQLITE_BUSY. What throws is taken back. */
  write<T>(write: () => T): T
  /** The same for a `write` that takes its time; nothing else may use this connection meanwhile. */
  writeLong<T>(write: () => Promise<T>): Promise<T>
  /** Moves when another connection has written. */
  dataVersion(): number
  close(): void
}

type Raw = {
  all(...values: Value[]): Value[][]
  get(...values: Value[]): Value[] | undefined
}

/** Statements of which there may be any number (filters) push out what was not asked for longest. */
const MOST_STATEMENTS = 300
/** Of pages that stay in memory, in KiB. */
const CACHE = 8_000

/** @throws when it cannot be read (isDamaged in sqlite-faults.ts) */
export function openLocalFile(file: string): LocalFile {
  mkdirSync(path.dirname(file), { recursive: true })
  const database = new Libsql(file)
  const pragmas = [
    // Others may open it in the same moment, and mend what a crash has left.
    'busy_timeout = 5000',
    'journal_mode = WAL',
    // After a loss of power the file is whole, and behind: it reads on from where it stands.
    'synchronous = NORMAL',
    `cache_size = -${CACHE}`,
    'temp_store = MEMORY',
    'busy_timeout = 0',
  ]
  try {
    for (const pragma of pragmas) database.exec(`PRAGMA ${pragma}`)
  } catch (error) {
    database.close()
    throw error
  }
  const statements = new LRUCache<string, Statement>({ max: MOST_STATEMENTS })

  const prepare = (words: string): Statement => {
    const prepared = database.prepare(words)
    const raw = prepared.reader ? (prepared.raw(true) as unknown as Raw) : null
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
      statements.set(words, statement)
    }
    return statement as unknown as Statement<Row>
  }

  /** A full disk has taken it back already. */
  const takeBack = () => {
    if (database.inTransaction) database.exec('ROLLBACK')
  }

  return {
    sql,
    exec: (words) => void database.exec(words),
    read(read) {
      sql('BEGIN').run()
      try {
        return read()
      } finally {
        if (database.inTransaction) sql('COMMIT').run()
      }
    },
    // Not prepared: what fails would have to be reset before the next try.
    write(write) {
      database.exec('BEGIN IMMEDIATE')
      try {
        const result = write()
        database.exec('COMMIT')
        return result
      } catch (error) {
        takeBack()
        throw error
      }
    },
    async writeLong(write) {
      database.exec('BEGIN IMMEDIATE')
      try {
        const result = await write()
        database.exec('COMMIT')
        return result
      } catch (error) {
        takeBack()
        throw error
      }
    },
    dataVersion: () => Number(sql('PRAGMA data_version').get()?.[0]),
    close() {
      statements.clear()
      database.close()
    },
  }
}

/** Removes the file and what SQLite keeps beside it. */
export function removeLocalFile(file: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true })
}
