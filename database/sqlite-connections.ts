/** Of SQLite's file: one connection that writes, one that reads beside every transaction, and the client's own. */
import type { Client, InStatement } from '@libsql/client'
import type { BaseDatabaseAdapter, PayloadRequest } from 'payload'
import { withFlatRows } from './flat/index.ts'
import type { Migratable } from './migrate-sqlite.ts'
import { type Dialect, keepingReadBacks } from './read-back.ts'
import { begin, openOnly, readerOf, reopen, type Writing } from './sqlite-writer.ts'
import { openTransaction } from './together.ts'

export type Connected = BaseDatabaseAdapter &
  Writing & {
    client?: Client
    /** What statements go to that name no transaction. */
    drizzle?: { dialect: Dialect }
  } & Pick<Migratable, 'withoutForeignKeys'>

/** Gives each statement the connection that it belongs on, opens them and closes them. `url`: `file:` + path. */
export function withConnections(adapter: Connected, url: string, patienceMs: number): void {
  let ownDrizzle = adapter.drizzle
  Object.defineProperty(adapter, 'drizzle', {
    get: () => openTransaction(adapter)?.session.db ?? ownDrizzle,
    set: (value) => {
      ownDrizzle = value
    },
  })
  withFlatRows(adapter, async (sql, args, req) => {
    const id = await (req as PayloadRequest | undefined)?.transactionID
    const isInside = (id && adapter.sessions[id]) || openTransaction(adapter)
    return (isInside ? openOnly(adapter.writer) : readerOf(adapter, url)).rows(sql, args)
  })
  const { connect, destroy } = adapter
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
}
