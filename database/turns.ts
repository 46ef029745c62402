import PQueue from 'p-queue'
import { breathe } from './breathe.ts'
import { DatabaseBusyError } from './busy.ts'

/** A line that moves is waited in for this many times as long as one that does not. */
const WHILE_IT_MOVES = 4

/** What can wait lets others by for so long, and then goes first. */
const LETS_BY_MS = 500

export type TakeTurn = (operation: string, how?: { canWait?: boolean }) => Promise<() => void>

/**
 * One at a time, in the order of asking. The answered function waits for the turn and resolves to what hands it on.
 * `patienceMs` limits the wait while nobody's turn ends, four times as much limits it in all; once it is our turn
 * nobody may take it from us. `canWait`: others go first, within reason; for work that nobody is watching.
 * @throws DatabaseBusyError naming the operation.
 */
export function createTurns(patienceMs: number): TakeTurn {
  const queue = new PQueue({ concurrency: 1 })
  let moved = 0
  let count = 0
  return (operation, { canWait = false } = {}) =>
    new Promise((resolve, reject) => {
      const asked = performance.now()
      const tooLong = new AbortController()
      let timer: NodeJS.Timeout
      const look = () => {
        const now = performance.now()
        const end = Math.min(Math.max(asked, moved) + patienceMs, asked + patienceMs * WHILE_IT_MOVES)
        if (now >= end) tooLong.abort()
        else timer = setTimeout(look, Math.ceil(end - now))
      }
      look()
      const id = `${++count}`
      const goFirst = setTimeout(() => queue.setPriority(id, 2), LETS_BY_MS)
      if (!canWait) clearTimeout(goFirst)
      const takeIt = async () => {
        clearTimeout(timer)
        clearTimeout(goFirst)
        await breathe()
        await new Promise<void>((release) => resolve(release))
        moved = performance.now()
      }
      const how = { signal: tooLong.signal, id, priority: canWait ? 0 : 1 }
      queue.add(takeIt, how).catch((cause: unknown) => {
        clearTimeout(goFirst)
        const seconds = Math.round((performance.now() - asked) / 100) / 10
        reject(
          new DatabaseBusyError(
            `[database] "${operation}" waited ${seconds} s for its turn to write and gave up; nothing was changed. ` +
              'Try again. If it stays so, another write takes too long, or a hook calls the local API without ' +
              'passing `req`, and so waits for its own caller.',
            cause,
          ),
        )
      })
    })
}
