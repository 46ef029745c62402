/**
 * Payload has no after-commit hook: `afterChange` runs before the commit, when a later throw can still roll
 * the save back and no other connection sees it. So the adapter's own commit is decorated.
 */
import type { BaseDatabaseAdapter, DatabaseAdapter, PayloadRequest } from 'payload'
import { openTransaction } from './together.ts'

type Callback = () => void
const waiting = new WeakMap<object, Map<number | string, Callback[]>>()

/** Decorates an adapter so that `afterCommit` works with it. Returns the same adapter. */
export function withAfterCommit<
  T extends BaseDatabaseAdapter & { outer?: Map<number | string, number | string> },
>(adapter: T): T {
  const callbacks = new Map<number | string, Callback[]>()
  waiting.set(adapter, callbacks)
  const { commitTransaction, rollbackTransaction } = adapter
  adapter.commitTransaction = async function commit(incoming) {
    const id = await incoming
    const outer = adapter.outer?.get(id)
    await commitTransaction.call(this, id)
    const due = callbacks.get(id) ?? []
    callbacks.delete(id)
    // What a savepoint holds is visible to others when the transaction around it is.
    if (outer !== undefined) callbacks.set(outer, [...(callbacks.get(outer) ?? []), ...due])
    else for (const callback of due) callback()
  }
  adapter.rollbackTransaction = async function rollback(incoming) {
    const id = await incoming
    callbacks.delete(id)
    await rollbackTransaction.call(this, id)
  }
  return adapter
}

/**
 * Runs `callback` once what `req` has written is visible to others: after its transaction's commit, never when
 * it is rolled back. Without a transaction (MongoDB without a replica set) it runs after the current operation.
 */
export async function afterCommit(req: PayloadRequest, callback: Callback): Promise<void> {
  const id: unknown = await req.transactionID
  const callbacks = waiting.get(req.payload.db)
  // Without transactions Payload leaves null here, and an empty object where it isolates a request.
  const isTransaction = typeof id === 'string' || typeof id === 'number'
  if (isTransaction && callbacks) callbacks.set(id, [...(callbacks.get(id) ?? []), callback])
  else setImmediate(callback)
}

/** The same for what this flow of calls has written, which may be inside `together`. Outside of it: at once. */
export function afterTogether(db: DatabaseAdapter, callback: Callback): void {
  const id = openTransaction(db)?.id
  const callbacks = waiting.get(db)
  if (id !== undefined && callbacks) callbacks.set(id, [...(callbacks.get(id) ?? []), callback])
  else callback()
}
