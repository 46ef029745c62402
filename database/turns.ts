import PQueue from 'p-queue'
import { breathe } from './breathe.ts'
import { DatabaseBusyError } from './busy.ts'

/** A line that moves is waited in for this many times as long as one that does not. */
const WHILE_IT_MOVES = 4

/**
 * One at a time, in the order of asking. The answered function waits for the turn and resolves to what hands it on.
 * `patienceMs` limits the wait while nobody's turn ends, four times as much limits it in all; once it is our turn
 * nobody may take it from us.
 * @throws DatabaseBusyError naming the operation.
 */
export function createTurns(patienceMs: number): (operation: string) => Promise<() => void> {
  const queue = new PQueue({ concurrency: 1 })
  let moved = 0
  return (operation) =>
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
      const takeIt = async () => {
        clearTimeout(timer)
        await breathe()
        await new Promise<void>((release) => resolve(release))
        moved = performance.now()
      }
      queue.add(takeIt, { signal: tooLong.signal }).catch((cause: unknown) => {
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
