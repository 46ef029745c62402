/**
 * Many writes as one transaction: on SQLite a commit waits for the disk, which costs more than the write itself.
 * Whatever happens inside takes part without being told: adapter calls, and Payload's operations, each of
 * which stays a unit of its own (a savepoint), so that one that fails takes back only what is its own.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import type { DatabaseAdapter } from 'payload'
import { withTransaction } from './transaction.ts'

type Id = number | string

/** How long one of many transactions may take that together are long work. */
export const HOLD_MS = 50

/** To SQLite's `beginTransaction`: what people save goes first. */
export const CAN_WAIT = { canWait: true }

const flow = new AsyncLocalStorage<{ adapter: object; id: Id }>()

/** The transaction that this flow of calls is in; null: none, or it is over. */
export function openTransaction<S extends object>(adapter: {
  sessions?: { [id: Id]: S }
}): { id: Id; session: S } | null {
  const { adapter: its, id } = flow.getStore() ?? {}
  const session = its === adapter && id !== undefined ? adapter.sessions?.[id] : undefined
  return session && id !== undefined ? { id, session } : null
}

/**
 * Runs `run` in one transaction, or in the one that is open; a throw takes everything back. On MongoDB it
 * only runs it: the ledger and its projections hold without transactions. Await everything inside, one
 * write after another, and keep it short (`HOLD_MS`): every other writer waits, though it lets those by who ask first.
 */
export async function together<T>(db: DatabaseAdapter, run: () => Promise<T>): Promise<T> {
  if (db.name !== 'sqlite' || openTransaction(db)) return run()
  return withTransaction(db, (id) => (id === null ? run() : flow.run({ adapter: db, id }, run)), CAN_WAIT)
}

/** Runs `run`, and whatever it starts, outside the transaction of this flow: for timers and work that is not awaited. */
export function outside<T>(run: () => T): T {
  return flow.exit(run)
}
