/**
 * SQLite with one writer at a time and real transactions.
 *
 * Without transactions parallel updates of one document destroy each other's arrays; with them alone every
 * parallel write fails with SQLITE_BUSY, because the driver is synchronous and its waiting blocks the very
 * event loop that the lock's holder needs (PLATFORM.md). So writers queue here, in JavaScript; writers of
 * other processes are waited for by trying BEGIN again, asynchronously.
 */
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import type { BaseDatabaseAdapter, DatabaseAdapterObj, PayloadRequest } from 'payload'
import { withAfterCommit } from './after-commit.ts'
import { PATIENCE_MS } from './busy.ts'
import { namingFullDisk } from './full.ts'
import { type Inserting, insertingPlainly } from './insert-rows.ts'
import { type Connected, withConnections } from './sqlite-connections.ts'
import { withTurns } from './sqlite-turns.ts'
import type { Writing } from './sqlite-writer.ts'
import { openTransaction } from './together.ts'
import { withTransaction } from './transaction.ts'
import { aroundWrites } from './write-methods.ts'

type Sqlite = Connected & Inserting

/** `url`: `file:` + path. Migrations are run by `migrate()`, never by connecting. */
export function sqliteDatabase(url: string, patienceMs = PATIENCE_MS): DatabaseAdapterObj {
  const stock = sqliteAdapter({
    client: { url },
    // Ids of deleted rows are never given out again.
    autoIncrement: true,
    push: false,
    wal: true,
    // For the connection that reads: it waits only while another program opens or closes the file.
    busyTimeout: 5_000,
    transactionOptions: { behavior: 'immediate' },
    migrationDir: 'database/migrations',
  })
  return {
    ...stock,
    init: (args) => withAfterCommit(oneWriterAtATime(stock.init(args) as unknown as Sqlite, url, patienceMs)),
  }
}

function oneWriterAtATime(adapter: Sqlite, url: string, patienceMs: number): Sqlite {
  insertingPlainly(adapter)
  withConnections(adapter, url, patienceMs)
  withTurns(adapter, patienceMs)
  withWholeWrites(adapter)
  return adapter
}

/** A write outside a transaction gets one of its own: its several statements land together or not at all. */
function withWholeWrites(adapter: BaseDatabaseAdapter & Writing): void {
  aroundWrites(adapter, async (plainWrite, args) => {
    const write: typeof plainWrite = async (given) => {
      try {
        return await plainWrite(given)
      } catch (error) {
        throw namingFullDisk(error)
      }
    }
    const current = (await args.req?.transactionID) ?? openTransaction(adapter)?.id
    if (current !== undefined && adapter.sessions[current]) return write(args)
    return withTransaction(adapter, (id) => {
      if (id === null) return write(args)
      const req = { ...args.req, payload: adapter.payload, transactionID: id } as PayloadRequest
      return write({ ...args, req })
    })
  })
}
