/**
 * SQLite with one writer at a time and real transactions.
 *
 * Without transactions parallel updates of one document destroy each other's arrays; with them alone every
 * parallel write fails with SQLITE_BUSY, because the driver is synchronous and its waiting blocks the very
 * event loop that the lock's holder needs (PLATFORM.md). So writers queue here, in JavaScript; writers of
 * other processes are waited for by trying BEGIN again, asynchronously.
 */
import type { Client, InStatement } from '@libsql/client'
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import type { BaseDatabaseAdapter, DatabaseAdapterObj, PayloadRequest } from 'payload'
import { withAfterCommit } from './after-commit.ts'
import { DatabaseBusyError, PATIENCE_MS } from './busy.ts'
import { withFlatRows } from './flat/index.ts'
import { namingFullDisk } from './full.ts'
import { type Inserting, insertingPlainly } from './insert-rows.ts'
import type { Migratable } from './migrate-sqlite.ts'
import { createMoments } from './moments.ts'
import { type Dialect, keepingReadBacks } from './read-back.ts'
import { begin, beginSavepoint, openOnly, readerOf, reopen, type Writing } from './sqlite-writer.ts'
import { type Behaviour, openTransaction } from './together.ts'
import { withTransaction } from './transaction.ts'
import { createTurns } from './turns.ts'
import { aroundWrites } from './write-methods.ts'

type Sqlite = BaseDatabaseAdapter &
  Writing & {
    client?: Client
    /** What statements go to that name no transaction. */
    drizzle?: { dialect: Dialect }
  } & Pick<Migratable, 'withoutForeignKeys'> &
  Inserting

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
  const moments = createMoments()

  let ownDrizzle = adapter.drizzle
  Object.defineProperty(adapter, 'drizzle', {
    get: () => openTransaction(adapter)?.session.db ?? ownDrizzle,
    set: (value) => {
      ownDrizzle = value
    },
  })
  adapter.outer = new Map()
  adapter.savepoints = new Set()
  insertingPlainly(adapter)
  withFlatRows(adapter, async (sql, args, req) => {
    const id = await (req as PayloadRequest | undefined)?.transactionID
    const isInside = (id && adapter.sessions[id]) || openTransaction(adapter)
    return (isInside ? openOnly(adapter.writer) : readerOf(adapter, url)).rows(sql, args)
  })
  const { connect, destroy, beginTransaction, commitTransaction, rollbackTransaction } = adapter
  adapter.connect = async function connectBoth(...args) {
    await connect?.apply(this, args)
    const { client } = adapter
    if (!client) return
    client.transaction = () => begin(adapter, url, patienceMs)
    // The client's own prepares every statement anew, and parses it, each time.
    const { execute } = client
    client.execute = (async (statement: InStatement) =>
      typeof statement === 'object' && statement.sql.startsWith('select')
        ? readerOf(adapter, url).execute(statement)
        : execute.call(client, statement)) as Client['execute']
    if (ownDrizzle) keepingReadBacks(ownDrizzle.dialect)
  }
  adapter.destroy = async function closeBoth() {
    reopen(adapter)
    // Statements that are not yet collected keep connections half open: without this the file itself would be completed
    // at some time after its closing. What cannot be done now, the next start does.
    await adapter.client?.execute('PRAGMA wal_checkpoint(PASSIVE)').catch(() => {})
    adapter.reader?.close()
    adapter.reader = undefined
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
    const { canWait = false, canBeLost = false } = (options ?? {}) as Behaviour
    const release = await takeTurn('begin transaction', { canWait })
    try {
      if (canWait) await moments.leaveToOthers()
      else moments.begins()
      adapter.canBeLost = canBeLost
      const id = await beginTransaction.call(this, canWait ? undefined : options)
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
        if (releases.has(id)) moments.ends()
        adapter.outer.delete(id)
        releases.get(id)?.()
        releases.delete(id)
      }
    }
  adapter.commitTransaction = finish(commitTransaction)
  adapter.rollbackTransaction = finish(rollbackTransaction)

  // A write outside a transaction gets one of its own: its several statements land together or not at all.
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
  return adapter
}
