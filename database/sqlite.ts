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
import PQueue from 'p-queue'
import pRetry from 'p-retry'
import type {
  BaseDatabaseAdapter,
  DatabaseAdapter,
  DatabaseAdapterObj,
  Migration,
  PayloadRequest,
} from 'payload'
import { withAfterCommit } from './after-commit.ts'
import { breathe } from './breathe.ts'
import { Connection } from './connection.ts'
import { migrations } from './migrations/index.ts'
import { openTransaction } from './together.ts'

const QUEUE_LIMIT_MS = 15_000

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
  /** Why the last COMMIT failed, until its caller has been told. */
  failedCommit?: unknown
  isMigrating?: boolean
}

/** `url`: `file:` + path. Migrations are run by `migrate()`, never by connecting. */
export function sqliteDatabase(url: string): DatabaseAdapterObj {
  const stock = sqliteAdapter({
    client: { url },
    // Ids of deleted rows are never given out again.
    autoIncrement: true,
    push: false,
    wal: true,
    transactionOptions: { behavior: 'immediate' },
    migrationDir: 'database/migrations',
  })
  return {
    ...stock,
    init: (args) => withAfterCommit(oneWriterAtATime(stock.init(args) as unknown as Sqlite, url)),
  }
}

function oneWriterAtATime(adapter: Sqlite, url: string): Sqlite {
  const queue = new PQueue({ concurrency: 1 })
  const releases = new Map<number | string, () => void>()

  /** Waits for the turn to write; the returned function hands it on. */
  const takeTurn = (operation: string): Promise<() => void> =>
    new Promise((resolve, reject) => {
      // Limits the wait alone: once it is our turn nobody may take it from us.
      const tooLong = new AbortController()
      const timer = setTimeout(() => tooLong.abort(), QUEUE_LIMIT_MS)
      const takeIt = async () => {
        clearTimeout(timer)
        await breathe()
        await new Promise<void>((release) => resolve(release))
      }
      queue
        .add(takeIt, { signal: tooLong.signal })
        .catch((cause: unknown) =>
          reject(
            new Error(
              `[database] "${operation}" waited ${QUEUE_LIMIT_MS / 1000} s for its turn to write and gave up. Another write ` +
                'is taking too long, or a hook calls the local API without passing `req`, and so waits for its own caller.',
              { cause },
            ),
          ),
        )
    })

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
    if (adapter.client) adapter.client.transaction = () => begin(adapter, url)
  }
  adapter.destroy = async function closeBoth() {
    reopen(adapter)
    await destroy?.call(this)
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
      throw error
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
          throw new Error('[database] the change could not be written and was taken back: try again', {
            cause,
          })
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
async function begin(adapter: Sqlite, url: string): Promise<Transaction> {
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
      maxRetryTime: QUEUE_LIMIT_MS,
      shouldRetry: ({ error }) => (error as { code?: string }).code?.startsWith('SQLITE_BUSY') ?? false,
    },
  )
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

async function openWriter(url: string, isMigrating = false): Promise<Connection> {
  const writer = new Connection(url.slice('file:'.length))
  await writer.execute(`PRAGMA foreign_keys = ${isMigrating ? 'OFF' : 'ON'}`)
  return writer
}

function reopen(adapter: Sqlite): void {
  adapter.writer?.close()
  adapter.writer = undefined
}

/**
 * Brings the schema up to date with the committed migrations. Foreign keys are off meanwhile: drizzle rebuilds
 * a table by dropping it, and inside a transaction its own PRAGMA does nothing, so the cascade would empty every
 * array and relation.
 * @throws when rows point nowhere afterwards.
 */
export async function migrateSqlite(adapter: DatabaseAdapter): Promise<void> {
  const sqlite = adapter as unknown as Sqlite
  if (!sqlite.client) throw new Error('[database] migrate before connect')
  sqlite.isMigrating = true
  reopen(sqlite)
  await adapter.migrate({ migrations: migrations as unknown as Migration[] })
  sqlite.isMigrating = false
  reopen(sqlite)
  const check = await sqlite.client.execute('PRAGMA foreign_key_check')
  if (check.rows.length > 0) {
    throw new Error(
      `[database] after the migration ${check.rows.length} rows point to rows that do not exist. ` +
        'Nothing was deleted: restore the database file from its backup and report this.',
    )
  }
}
