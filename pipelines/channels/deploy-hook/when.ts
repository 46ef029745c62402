/** When the hook is called. Pure; times in ms. */

/** What is put off while more and more is published is put off no longer than this. */
export const MOST_MS = 5 * 60_000

export const QUIET_SECONDS = 30

const FIRST_RETRY_MS = 30_000
const LONGEST_RETRY_MS = 3_600_000

/** In all: with the pauses between them about three hours. */
export const TRIES = 10

/**
 * Whether a burst is over: nothing was published for a while, or it has lasted for long. A time that lies far in the
 * future is of a clock that is wrong, and not waited for.
 */
export function isOver(
  { first, last }: { first: number; last: number },
  quiet: number,
  now: number,
): boolean {
  return Math.abs(now - last) >= quiet || Math.abs(now - first) >= MOST_MS
}

/** The pause after so many failures in a row: half a minute, doubling to an hour. */
export function pauseAfter(failures: number): number {
  return Math.min(FIRST_RETRY_MS * 2 ** (failures - 1), LONGEST_RETRY_MS)
}
