/**
 * Runs consumers of the ledger, each with its own durable cursor and at its own pace: one that fails is tried
 * again with backoff and jitter, says so in its cursor, and stops no other.
 */
import type { Payload } from 'payload'
import { together } from '../../database/together.ts'
import { moveCursor, noteFailure, readCursor } from '../ledger/cursors.ts'
import type { LedgerEntry } from '../ledger/entry.ts'
import { readAfter, readHead } from '../ledger/read.ts'

export type Consumer = {
  /** Key of its cursor. */
  slug: string
  /** Its writes and its step forward are one transaction where there are any. */
  isWhole: boolean
  consume(entries: readonly LedgerEntry[]): Promise<void>
}

export type Runner = {
  start(): void
  /** Something was appended: look now. */
  wake(): void
  /** Resolves when every consumer has read to the ledger's head; rejects with the first failure. */
  caughtUp(): Promise<void>
  /** Finishes the batch at hand. */
  stop(): Promise<void>
}

/** Entries that are read, and applied, at once. */
const BATCH = 25
const LONGEST_PAUSE_MS = 60_000

/** `pollMs`: how often to look for entries that another process appended. */
export function createRunner(payload: Payload, consumers: readonly Consumer[], pollMs = 300): Runner {
  let stopping = false
  const sleepers = new Set<() => void>()
  let loops: Promise<void>[] = []

  const wake = () => {
    for (const rouse of sleepers) rouse()
  }

  /** Until woken, or for `ms`. */
  const sleep = (ms: number) =>
    new Promise<void>((resolve) => {
      const rouse = () => {
        clearTimeout(timer)
        sleepers.delete(rouse)
        resolve()
      }
      const timer = setTimeout(rouse, ms)
      sleepers.add(rouse)
    })

  async function run(consumer: Consumer) {
    while (!stopping) {
      const failures = await step(payload, consumer)
      if (failures === 'behind') continue
      const pause =
        failures === 0 ? pollMs : Math.min(LONGEST_PAUSE_MS, 200 * 2 ** failures) * (0.5 + Math.random() / 2)
      if (!stopping) await sleep(pause)
    }
  }

  return {
    start() {
      loops = consumers.map(run)
    },
    wake,
    async caughtUp() {
      const head = await readHead(payload)
      for (const { slug } of consumers) {
        for (
          let cursor = await readCursor(payload, slug);
          cursor.seq < head;
          cursor = await readCursor(payload, slug)
        ) {
          if (cursor.error)
            throw new Error(`[channel:${slug}] stands at ${cursor.seq} of ${head}: ${cursor.error}`)
          await new Promise((resolve) => setTimeout(resolve, 20))
        }
      }
      // Dependents may have appended more meanwhile.
      if ((await readHead(payload)) > head) await this.caughtUp()
    },
    async stop() {
      stopping = true
      wake()
      await Promise.all(loops)
    },
  }
}

/** Reads and applies one batch. Answers the number of failures in a row, or 'behind' when there may be more. */
async function step(payload: Payload, consumer: Consumer): Promise<number | 'behind'> {
  const { slug } = consumer
  try {
    const cursor = await readCursor(payload, slug)
    const entries = await readAfter(payload, cursor.seq, BATCH)
    const last = entries.at(-1)
    if (!last) return 0
    try {
      if (consumer.isWhole && (await applyWhole(payload, consumer, entries))) return 'behind'
      await consumer.consume(entries)
    } catch (err) {
      const failures = cursor.failures + 1
      payload.logger.error({ err, msg: 'channel.failed', channel: slug, after: cursor.seq, failures })
      await noteFailure(payload, {
        ...cursor,
        error: err instanceof Error ? err.message : String(err),
        failures,
      })
      return failures
    }
    await moveCursor(payload, slug, last.seq)
    return 'behind'
  } catch (err) {
    // The database itself: nothing can be noted there.
    payload.logger.error({ err, msg: 'channel.database_unavailable', channel: slug })
    return 3
  }
}

/** Applies the batch and moves the cursor in one transaction. False: nothing came of it. */
async function applyWhole(
  payload: Payload,
  { slug, consume }: Consumer,
  entries: readonly LedgerEntry[],
): Promise<boolean> {
  try {
    await together(payload.db, async () => {
      await consume(entries)
      await moveCursor(payload, slug, entries.at(-1)?.seq ?? 0)
    })
    return true
  } catch (err) {
    // Without the transaction everything before the entry at fault is applied.
    payload.logger.debug({ err, msg: 'channel.one_by_one', channel: slug })
    return false
  }
}
