/** Waiting for a database that others use: how long, what is worth waiting for, and what to say when it was in vain. */
import pRetry from 'p-retry'
import { APIError } from 'payload'
import { isBusy } from './sqlite-faults.ts'

/** How long a write waits for others before it gives up. */
export const PATIENCE_MS = 15_000

/** The database could not be written in time; nothing was changed. Over HTTP: 503 with `message`. */
export class DatabaseBusyError extends APIError {
  override name = 'DatabaseBusyError'
  constructor(message: string, cause?: unknown) {
    super(message, 503, null, true)
    this.cause = cause
  }
}

export type RetryOptions = {
  patienceMs?: number
  /** The longest pause between two attempts. */
  everyMs?: number
  when?(error: unknown): boolean
}

/**
 * Tries again, without blocking the event loop, while `when` knows what `attempt` throws.
 * @throws what `attempt` threw last.
 */
export function retry<T>(
  attempt: () => Promise<T>,
  { patienceMs = PATIENCE_MS, everyMs = 200, when = isBusy }: RetryOptions = {},
): Promise<T> {
  return pRetry(attempt, {
    retries: Number.POSITIVE_INFINITY,
    factor: 1.2,
    minTimeout: 4,
    maxTimeout: everyMs,
    randomize: true,
    maxRetryTime: patienceMs,
    shouldRetry: ({ error }) => when(error),
  })
}
