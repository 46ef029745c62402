import { AsyncLocalStorage } from 'node:async_hooks'

export type Context<T> = {
  /** What the present flow of calls is in; undefined outside. */
  get(): T | undefined
  /** Until what `run` promises is there. */
  during<R>(value: T, run: () => Promise<R>): Promise<R>
  /** Until `onEnd` calls back. */
  until<R>(value: T, run: () => R, onEnd: (leave: () => void) => void): R
  /** Outside of it. */
  exit<R>(run: () => R): R
}

/**
 * A value that a flow of calls carries along. Node 20 runs a hook for every callback of the process while anything is
 * carried, which costs an answer from memory a tenth and more: so nothing is once everybody has left.
 */
export function createContext<T>(): Context<T> {
  const storage = new AsyncLocalStorage<T>()
  let inside = 0
  const leave = () => {
    inside -= 1
    if (inside === 0) storage.disable()
  }
  return {
    get: () => storage.getStore(),
    async during(value, run) {
      inside += 1
      try {
        return await storage.run(value, run)
      } finally {
        leave()
      }
    },
    until(value, run, onEnd) {
      inside += 1
      onEnd(leave)
      return storage.run(value, run)
    },
    exit: (run) => storage.exit(run),
  }
}
