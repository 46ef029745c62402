/** Which database, how to know that it is there, and its schema. */
import { constants } from 'node:fs'
import { access, mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { DatabaseAdapter, DatabaseAdapterObj } from 'payload'
import { type Migratable, type MigrateOptions, migrateSqlite } from './migrate-sqlite.ts'

export { MigrationRefusedError } from './migrate-sqlite.ts'

/** `patienceMs`: how long a write waits for others before it fails with DatabaseBusyError (15 s). */
export type DatabaseOptions = { patienceMs?: number }

/** `url`: `file:` + absolute path for SQLite, else MongoDB. */
export async function database(
  url: string,
  { patienceMs }: DatabaseOptions = {},
): Promise<DatabaseAdapterObj> {
  // Only one of the two is loaded: half a second, and tens of megabytes, of every start.
  if (url.startsWith('file:')) return (await import('./sqlite.ts')).sqliteDatabase(url, patienceMs)
  return (await import('./mongodb.ts')).mongoDatabase(url, patienceMs)
}

/** A database that cannot be used; `message` is one sentence for the operator. */
export class DatabaseUnreachableError extends Error {
  override name = 'DatabaseUnreachableError'
}

/** @throws DatabaseUnreachableError */
export async function assertReachable(url: string): Promise<void> {
  if (url.startsWith('file:')) {
    const file = url.slice('file:'.length)
    try {
      await mkdir(path.dirname(file), { recursive: true })
      await access(path.dirname(file), constants.W_OK | constants.R_OK)
      await access(file, constants.W_OK | constants.R_OK).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT') throw error
      })
    } catch (cause) {
      throw new DatabaseUnreachableError(
        `The database file ${file} cannot be written (${(cause as NodeJS.ErrnoException).code}): check DATABASE_URL, DATA_DIR and the permissions of the folder.`,
        { cause },
      )
    }
    return
  }
  try {
    const { default: mongoose } = await import('mongoose')
    const connection = await mongoose.createConnection(url, { serverSelectionTimeoutMS: 5_000 }).asPromise()
    await connection.close()
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new DatabaseUnreachableError(
      `The database at ${withoutPassword(url)} cannot be reached: ${withoutPassword(reason)}. Check DATABASE_URL and that MongoDB is running.`,
      { cause },
    )
  }
}

function withoutPassword(text: string): string {
  return text.replace(/(\/\/[^:/@\s]*:)[^@\s]*@/g, '$1***@')
}

/**
 * Brings the schema up to date. MongoDB has none; its indexes are made on connecting.
 * @throws MigrationRefusedError
 */
export async function migrate(adapter: DatabaseAdapter, url: string, options: MigrateOptions): Promise<void> {
  if (adapter.name === 'sqlite')
    await migrateSqlite(adapter as unknown as Migratable, url.slice('file:'.length), options)
}
