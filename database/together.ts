/**
 * Many writes as one transaction: on SQLite a commit waits for the disk, which costs more than the write itself.
 * Whatever happens inside takes part without being told: adapter calls, and Payload's operations, each of
 * which stays a unit of its own (a savepoint), so that one that fails takes back only what is its own.
 */
import type { DatabaseAdapter } from 'payload'
import { createContext } from './context.ts'
import { withTransaction } from './transaction.ts'

type Id = number | string

/** How long one of many transactions may take that together are long work. */
export const HOLD_MS = 50

/** Of a transaction on SQLite. */
export type Behaviour = {
  /** What people save goes first. */
  canWait?: boolean
  /** Its commit does not wait for the disk: a power failure takes the last of these back, each whole. */
  canBeLost?: boolean
}

const flow = createContext<{ adapter: object; id: Id }>()

/** The transaction that this flow of calls is in; null: none, or it is over. */
export function openTransaction<S extends object>(adapter: {
  sessions?: { [id: Id]: S }
}): { id: Id; session: S } | null {
  const { adapter: its, id } = flow.get() ?? {}
  const session = its === adapter && id !== undefined ? adapter.sessions?.[id] : undefined
  return session && id !== undefined ? { id, session } : null
}

/**
 * Runs `run` in one transaction, or in the one that is open; a throw takes everything back. On MongoDB it
 * only runs it: the ledger and its projections hold without transactions. Await everything inside, one
 * write after another, and keep it short (`HOLD_MS`): every other writer waits, though it lets those by who ask first.
 * `canBeLost`: for what is done again from a cursor that moves in the same transaction, or in a later one.
 */
export async function together<T>(
  db: DatabaseAdapter,
  run: () => Promise<T>,
  { canBeLost = false }: Pick<Behaviour, 'canBeLost'> = {},
): Promise<T> {
  if (db.name !== 'sqlite' || openTransaction(db)) return run()
  const how = { canWait: true, canBeLost }
  return withTransaction(db, (id) => (id === null ? run() : flow.during({ adapter: db, id }, run)), how)
}

/** Runs `run`, and whatever it starts, outside the transaction of this flow: for timers and work that is not awaited. */
export function outside<T>(run: () => T): T {
  return flow.exit(run)
}
