/** The one connection that writes, and the transactions and savepoints on it. */
import { randomUUID } from 'node:crypto'
import type { InStatement, ResultSet, Transaction } from '@libsql/client'
import { DatabaseBusyError, retry } from './busy.ts'
import { Connection } from './connection.ts'
import { LOOK_EVERY_MS } from './moments.ts'
import { isBusy } from './sqlite-faults.ts'

type Id = number | string

/** Of the adapter: what writing needs. */
export type Writing = {
  sessions: Record<Id, { db: unknown; resolve(): Promise<void>; reject(): Promise<void> }>
  /** Of each savepoint: the transaction (or savepoint) that it is in. */
  outer: Map<Id, Id>
  /** Names of those that are open. */
  savepoints: Set<string>
  /** Made when it is needed. */
  writer?: Connection | undefined
  /** Reads beside every transaction; made when it is needed. */
  reader?: Connection | undefined
  /** Why the last BEGIN and the last COMMIT failed, until their callers have been told. */
  failedBegin?: DatabaseBusyError | undefined
  failedCommit?: unknown
  isMigrating?: boolean
  /** Of the transaction that is about to begin, and of the last one: whether its commit waits for the disk. */
  canBeLost?: boolean
  isHasty?: boolean
}

/**
 * A transaction on the writing connection. The client's own takes a new connection for each, which parses the
 * whole schema again (most of a write's time).
 */
export async function begin(adapter: Writing, url: string, patienceMs: number): Promise<Transaction> {
  const writer = await beginImmediate(adapter, url, patienceMs)
  let closed = false
  const open = () => openOnly(closed ? undefined : writer)
  const rollback = async () => {
    if (closed) return
    closed = true
    // Else SQLite has taken it back by itself.
    if (writer.isOpen && !writer.inTransaction) return
    // Closing a connection rolls back what is open on it.
    await writer.execute('ROLLBACK').catch(() => reopen(adapter))
  }
  return {
    execute: async (statement: InStatement) => (await open().execute(statement)) as ResultSet,
    batch: async (statements: InStatement[]) => {
      const results = []
      for (const statement of statements) results.push((await open().execute(statement)) as ResultSet)
      return results
    },
    executeMultiple: async (sql: string) => open().executeMultiple(sql),
    commit: async () => {
      try {
        await open().execute('COMMIT')
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

async function beginImmediate(adapter: Writing, url: string, patienceMs: number): Promise<Connection> {
  try {
    return await retry(
      async () => {
        const writer = adapter.writer ?? (await openWriter(url, adapter.isMigrating))
        adapter.writer = writer
        await waitForDisk(adapter, writer)
        // Fails at once while another process writes: tried again without blocking the event loop. The failed
        // statement stays open, and no COMMIT succeeds beside it; to run that very statement again, as here, mends that.
        await writer.execute('BEGIN IMMEDIATE')
        return writer
      },
      { patienceMs, everyMs: LOOK_EVERY_MS },
    )
  } catch (error) {
    if (isBusy(error)) {
      adapter.failedBegin = new DatabaseBusyError(
        `[database] another program has been writing to the database file for more than ${patienceMs / 1000} s; ` +
          'nothing was changed. Try again; if it stays so, look for a program that keeps the file open.',
        error,
      )
    }
    throw error
  }
}

/**
 * A commit that waits takes with it whatever was written before it, in the same order. So what a power failure takes
 * back are the last commits that did not wait, and nothing that came after them.
 */
async function waitForDisk(adapter: Writing, writer: Connection): Promise<void> {
  const { canBeLost = false, isHasty = false } = adapter
  if (canBeLost === isHasty) return
  await writer.execute(`PRAGMA synchronous = ${canBeLost ? 'NORMAL' : 'FULL'}`)
  adapter.isHasty = canBeLost
}

/**
 * SQLite takes a whole transaction back by itself when the disk is full or broken, or memory runs out. What is
 * written afterwards would stand alone, and a SAVEPOINT would begin a transaction that nobody asked for.
 */
export function openOnly(writer: Connection | undefined): Connection {
  if (writer?.inTransaction) return writer
  throw new DatabaseBusyError(
    '[database] the transaction is no longer open: SQLite took all of it back (a full or failing disk, or no ' +
      'memory; the error before this one says which); nothing was changed. Make room, and try again.',
  )
}

/** A transaction within one (database/together.ts). They end in the reverse order of their beginning. */
export async function beginSavepoint(adapter: Writing, outer: Id): Promise<string> {
  const id = randomUUID()
  const name = takeName(adapter.savepoints)
  const run = async (...statements: string[]) => {
    for (const statement of statements) await openOnly(adapter.writer).execute(statement)
  }
  await run(`SAVEPOINT ${name}`).catch((error) => {
    adapter.savepoints.delete(name)
    throw error
  })
  adapter.outer.set(id, outer)
  const release = async () => {
    // Whatever stands on it would end with it, and its caller be told that it is saved.
    if ([...adapter.outer.keys()].at(-1) !== id)
      throw new Error('[database] writes overlap in one transaction: await each before the next')
    await run(`RELEASE ${name}`)
  }
  adapter.sessions[id] = {
    db: adapter.sessions[outer]?.db,
    resolve: () =>
      release()
        .catch((error) => {
          adapter.failedCommit = error
          throw error
        })
        .finally(() => adapter.savepoints.delete(name)),
    reject: async () => {
      adapter.savepoints.delete(name)
      // Else it was taken back with the transaction around it.
      if (adapter.writer?.inTransaction) await run(`ROLLBACK TO ${name}`, `RELEASE ${name}`)
    },
  }
  return id
}

/** The first that is free: the same few again and again, whose statements the connection keeps. */
function takeName(taken: Set<string>): string {
  for (let n = 0; ; n++) {
    const name = `savepoint_${n}`
    if (taken.has(name)) continue
    taken.add(name)
    return name
  }
}

async function openWriter(url: string, isMigrating = false): Promise<Connection> {
  const writer = new Connection(url.slice('file:'.length))
  await writer.execute(`PRAGMA foreign_keys = ${isMigrating ? 'OFF' : 'ON'}`)
  return writer
}

/** Sees what is committed, whatever is being written. Waits while another program opens or closes the file. */
export function readerOf(adapter: Writing, url: string): Connection {
  if (!adapter.reader) {
    adapter.reader = new Connection(url.slice('file:'.length))
    adapter.reader.rows('PRAGMA busy_timeout = 5000', [])
    adapter.reader.rows('PRAGMA query_only = ON', [])
  }
  return adapter.reader
}

/** The next transaction gets a new connection; what is open on the present one is taken back. */
export function reopen(adapter: Writing): void {
  adapter.writer?.close()
  adapter.writer = undefined
  adapter.isHasty = false
}
