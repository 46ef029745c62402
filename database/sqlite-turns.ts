/** One transaction at a time, in the order of asking; within one that is open, a savepoint. */
import type { BaseDatabaseAdapter } from 'payload'
import { DatabaseBusyError } from './busy.ts'
import { createMoments } from './moments.ts'
import { beginSavepoint, type Writing } from './sqlite-writer.ts'
import { type Behaviour, openTransaction } from './together.ts'
import { createTurns } from './turns.ts'

/** Lets each transaction wait for its turn, and hand it on when it ends. */
export function withTurns(adapter: BaseDatabaseAdapter & Writing, patienceMs: number): void {
  const takeTurn = createTurns(patienceMs)
  const releases = new Map<number | string, () => void>()
  const moments = createMoments()
  adapter.outer = new Map()
  adapter.savepoints = new Set()
  const { beginTransaction, commitTransaction, rollbackTransaction } = adapter

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
}
