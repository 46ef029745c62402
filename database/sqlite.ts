/**
 * SQLite with one writer at a time and real transactions.
 *
 * Without transactions parallel updates of one document destroy each other's arrays; with them alone every
 * parallel write fails with SQLITE_BUSY, because the driver is synchronous and its waiting blocks the very
 * event loop that the lock's holder needs (PLATFORM.md). So writers queue here, in JavaScript; writers of
 * other processes are waited for by trying BEGIN again, asynchronously.
 */
import { randomUUID } from 'node:crypto'
import type { Client, InStatement, ResultSet, Transaction } from '@libsql/client'
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import pRetry from 'p-retry'
import type { BaseDatabaseAdapter, DatabaseAdapterObj, PayloadRequest } from 'payload'
import { withAfterCommit } from './after-commit.ts'
import { DatabaseBusyError } from './busy.ts'
import { Connection } from './connection.ts'
import type { Migratable } from './migrate-sqlite.ts'
import { openTransaction } from './together.ts'
import { createTurns } from './turns.ts'

/** How long a writer waits for its turn, and for other processes. */
const PATIENCE_MS = 15_000

const WRITES = [
  'create',
  'createGlobal',
  'createGlobalVersion',
  'createVersion',
  'deleteMany',
  'deleteOne',
  'deleteVersions',
  'updateGlobal',
  'updateGlobalVersion',
  'updateJobs',
  'updateMany',
  'updateOne',
  'updateVersion',
  'upsert',
] as const

type Sqlite = BaseDatabaseAdapter & {
  client?: Client
  /** What statements go to that name no transaction. */
  drizzle?: unknown
  sessions: Record<number | string, { db: unknown; resolve(): Promise<void>; reject(): Promise<void> }>
  /** Of each savepoint: the transaction (or savepoint) that it is in. */
  outer: Map<number | string, number | string>
  /** The one connection that writes; made when it is needed. */
  writer?: Connection | undefined
  /** Why the last BEGIN and the last COMMIT failed, until their callers have been told. */
  failedBegin?: DatabaseBusyError | undefined
  failedCommit?: unknown
  isMigrating?: boolean
} & Pick<Migratable, 'withoutForeignKeys'>

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
  const takeTurn = createTurns(patienceMs)
  const releases = new Map<number | string, () => void>()

  let ownDrizzle = adapter.drizzle
  Object.defineProperty(adapter, 'drizzle', {
    get: () => openTransaction(adapter)?.session.db ?? ownDrizzle,
    set: (value) => {
      ownDrizzle = value
    },
  })
  adapter.outer = new Map()
  const { connect, destroy, beginTransaction, commitTransaction, rollbackTransaction } = adapter
  adapter.connect = async function connectBoth(...args) {
    await connect?.apply(this, args)
    if (adapter.client) adapter.client.transaction = () => begin(adapter, url, patienceMs)
  }
  adapter.destroy = async function closeBoth() {
    reopen(adapter)
    await destroy?.call(this)
    // Payload's own leaves the connection that reads open.
    adapter.client?.close()
    delete adapter.client
  }
  adapter.withoutForeignKeys = async (work) => {
    adapter.isMigrating = true
    reopen(adapter)
    try {
      return await work()
    } finally {
      adapter.isMigrating = false
      reopen(adapter)
    }
  }
  adapter.beginTransaction = async function begin(options) {
    const open = openTransaction(adapter)
    if (open) return beginSavepoint(adapter, open.id)
    const release = await takeTurn('begin transaction')
    try {
      const id = await beginTransaction.call(this, options)
      if (id === null || id === undefined) release()
      else releases.set(id, release)
      return id
    } catch (error) {
      release()
      // Payload's own begin keeps the words of the error only.
      throw adapter.failedBegin ?? error
    } finally {
      adapter.failedBegin = undefined
    }
  }
  const finish = (end: typeof commitTransaction): typeof commitTransaction =>
    async function finishTransaction(this: BaseDatabaseAdapter, incoming) {
      const id = await incoming
      try {
        await end.call(this, id)
        // Payload's own commit swallows the error and would report a lost write as saved.
        const cause = adapter.failedCommit
        adapter.failedCommit = undefined
        if (cause && end === commitTransaction) {
          throw new DatabaseBusyError(
            '[database] the change could not be written and was taken back: try again',
            cause,
          )
        }
      } finally {
        adapter.outer.delete(id)
        releases.get(id)?.()
        releases.delete(id)
      }
    }
  adapter.commitTransaction = finish(commitTransaction)
  adapter.rollbackTransaction = finish(rollbackTransaction)

  type Write = (args: { req?: Partial<PayloadRequest> }) => Promise<unknown>
  const methods = adapter as unknown as Record<(typeof WRITES)[number], Write>
  for (const name of WRITES) {
    const write = methods[name]
    // A write outside a transaction gets one of its own: its several statements land together or not at all.
    methods[name] = async function writeInTurn(this: Sqlite, args) {
      const current = (await args.req?.transactionID) ?? openTransaction(adapter)?.id
      if (current !== undefined && adapter.sessions[current]) return write.call(this, args)
      const id = await adapter.beginTransaction()
      if (id === null) return write.call(this, args)
      const req = { ...args.req, payload: adapter.payload, transactionID: id } as PayloadRequest
      try {
        const result = await write.call(this, { ...args, req })
        await adapter.commitTransaction(id)
        return result
      } catch (error) {
        await adapter.rollbackTransaction(id)
        throw error
      }
    }
  }
  return adapter
}

/**
 * A transaction on the writing connection. The client's own takes a new connection for each, which parses the
 * whole schema again (most of a write's time).
 */
async function begin(adapter: Sqlite, url: string, patienceMs: number): Promise<Transaction> {
  const writer = await pRetry(
    async () => {
      const writer = adapter.writer ?? (await openWriter(url, adapter.isMigrating))
      adapter.writer = writer
      // Fails at once while another process writes: tried again without blocking the event loop. The failed statement
      // stays open, and no COMMIT succeeds beside it; to run that very statement again, as here, mends that.
      await writer.execute('BEGIN IMMEDIATE')
      return writer
    },
    {
      retries: 200,
      factor: 1.2,
      minTimeout: 2,
      maxTimeout: 100,
      randomize: true,
      maxRetryTime: patienceMs,
      shouldRetry: ({ error }) => isBusy(error),
    },
  ).catch((error: unknown) => {
    if (isBusy(error)) {
      adapter.failedBegin = new DatabaseBusyError(
        `[database] another program has been writing to the database file for more than ${patienceMs / 1000} s; ` +
          'nothing was changed. Try again; if it stays so, look for a program that keeps the file open.',
        error,
      )
    }
    throw error
  })
  let closed = false
  const rollback = async () => {
    if (closed) return
    closed = true
    // Closing a connection rolls back what is open on it.
    await writer.execute('ROLLBACK').catch(() => reopen(adapter))
  }
  return {
    execute: (statement: InStatement) => writer.execute(statement) as Promise<ResultSet>,
    batch: async (statements: InStatement[]) => {
      const results = []
      for (const statement of statements) results.push((await writer.execute(statement)) as ResultSet)
      return results
    },
    executeMultiple: (sql: string) => writer.executeMultiple(sql),
    commit: async () => {
      try {
        await writer.execute('COMMIT')
        closed = true
      } catch (error) {
        adapter.failedCommit = error
        await rollback()
        throw error
      }
    },
    rollback,
    close: () => void rollback(),
    get closed() {
      return closed
    },
  }
}

/** A transaction within one (database/together.ts). They end in the reverse order of their beginning. */
async function beginSavepoint(adapter: Sqlite, outer: number | string): Promise<string> {
  const id = randomUUID()
  const name = `"${id}"`
  const run = async (...statements: string[]) => {
    for (const statement of statements) await adapter.writer?.execute(statement)
  }
  await run(`SAVEPOINT ${name}`)
  adapter.outer.set(id, outer)
  adapter.sessions[id] = {
    db: adapter.sessions[outer]?.db,
    resolve: () =>
      run(`RELEASE ${name}`).catch((error) => {
        adapter.failedCommit = error
        throw error
      }),
    reject: () => run(`ROLLBACK TO ${name}`, `RELEASE ${name}`),
  }
  return id
}

const isBusy = (error: unknown) => (error as { code?: string }).code?.startsWith('SQLITE_BUSY') ?? false

async function openWriter(url: string, isMigrating = false): Promise<Connection> {
  const writer = new Connection(url.slice('file:'.length))
  await writer.execute(`PRAGMA foreign_keys = ${isMigrating ? 'OFF' : 'ON'}`)
  return writer
}

function reopen(adapter: Sqlite): void {
  adapter.writer?.close()
  adapter.writer = undefined
}
