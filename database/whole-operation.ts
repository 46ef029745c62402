/**
 * What stands around a whole operation of Payload, such as saving a document (reading it, its row, its version).
 * MongoDB ends a transaction that met another with an error that asks for the whole of it again; without
 * transactions, and where Payload reads before its transaction begins (signing in), operations must not meet at
 * all. Within this process they take turns; conflicts with other processes are tried again.
 */
import type { AfterErrorHook, DatabaseAdapter, PayloadRequest } from 'payload'
import { DatabaseBusyError, PATIENCE_MS, retry } from './busy.ts'
import { createTurns } from './turns.ts'

/** WriteConflict, NoSuchTransaction, LockTimeout, SnapshotUnavailable: the transaction is void, another may succeed. */
const CODES = new Set([112, 251, 24, 246])

/** Whether the same operation may succeed when it is done again, and nothing of this attempt was kept. */
export function isTransient(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code, errorLabels, cause } = error as Error & { code?: unknown; errorLabels?: unknown }
  const labels = Array.isArray(errorLabels) ? errorLabels : []
  return labels.includes('TransientTransactionError') || CODES.has(Number(code)) || isTransient(cause)
}

/** Whether an operation of Payload lands as a whole or not at all. */
export function hasTransactions(db: DatabaseAdapter): boolean {
  // The MongoDB adapter switches them off on connecting to a server without a replica set.
  return (db as { transactionOptions?: unknown }).transactionOptions !== false
}

/** Whether operations can fail because they met: SQLite lets one write after another (database/sqlite.ts). */
export function canConflict(db: DatabaseAdapter): boolean {
  return db.name !== 'sqlite'
}

/**
 * The turn of whoever changes this document. Without transactions a bulk update must not meet it: one a collection.
 * Null: no turn is needed.
 */
export function turnFor(db: DatabaseAdapter, collection: string, id: number | string = ''): string | null {
  if (!canConflict(db)) return null
  return hasTransactions(db) ? `${collection}/${id}` : collection
}

/** Milliseconds: `DatabaseOptions`. */
const patienceOf = (db: DatabaseAdapter) => (db as { patienceMs?: number }).patienceMs ?? PATIENCE_MS

type Turns = Map<string, { take: ReturnType<typeof createTurns>; users: number }>
const turnsOf = new WeakMap<DatabaseAdapter, Turns>()

/**
 * Runs `operation` alone among those with the same `turn` (null: at once); again, whole, while it throws what
 * `isTransient` knows. It must therefore be repeatable.
 * @throws DatabaseBusyError after the database's patience (15 s); else what `operation` throws.
 */
export async function wholeOperation<T>(
  db: DatabaseAdapter,
  turn: string | null,
  operation: () => Promise<T>,
): Promise<T> {
  const release = turn === null ? () => {} : await takeTurn(db, turn)
  try {
    return await retry(operation, { when: isTransient, patienceMs: patienceOf(db) })
  } catch (error) {
    if (!isTransient(error)) throw error
    throw new DatabaseBusyError(
      '[database] Others changed the same at the same moment, again and again; nothing was changed. Try again.',
      error,
    )
  } finally {
    release()
  }
}

/** The turns of a key are forgotten with their last user. */
async function takeTurn(db: DatabaseAdapter, key: string): Promise<() => void> {
  const all = turnsOf.get(db) ?? new Map()
  turnsOf.set(db, all)
  const turns = all.get(key) ?? { take: createTurns(patienceOf(db)), users: 0 }
  all.set(key, turns)
  turns.users += 1
  const leave = () => {
    turns.users -= 1
    if (turns.users === 0) all.delete(key)
  }
  try {
    const release = await turns.take(key)
    return () => {
      release()
      leave()
    }
  } catch (error) {
    leave()
    throw error
  }
}

/** Keeps, for whoever started the request, an error after which all of it may be tried again. */
export function noteConflict(req: Partial<PayloadRequest>, error: unknown): void {
  if (req.context && isTransient(error)) req.context.conflict = error
}

/** Payload answers errors over HTTP itself, as "Something went wrong". */
export const noteTransient: AfterErrorHook = ({ error, req }) => noteConflict(req, error)

/** Why the request that was given to `handleEndpoints` (Payload makes its own of it) failed, where it may be tried again. */
export function transientErrorOf(request: Request): unknown {
  return (request as Partial<PayloadRequest>).context?.conflict
}
