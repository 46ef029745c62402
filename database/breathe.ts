/**
 * The SQLite driver is synchronous: a long row of reads and writes consists of microtasks only, and no timer, no
 * socket and no signal gets a turn. Loops over many documents call this between two of them.
 */

const LONGEST_MS = 15
let last = performance.now()

/** Lets the event loop turn when it has not for a while. */
export async function breathe(): Promise<void> {
  if (performance.now() - last < LONGEST_MS) return
  await new Promise((resolve) => setImmediate(resolve))
  last = performance.now()
}
