/**
 * Runs consumers of the ledger, each with its own durable cursor and at its own pace: one that fails is tried
 * again with backoff and jitter, says so in its cursor, and stops no other. The entry that it fails on is set aside
 * in the end, and the others flow on.
 */
import type { Payload } from 'payload'
import { isUnavailable } from '../../database/unavailable.ts'
import { type Cursor, noteFailure, readCursor } from '../ledger/cursors.ts'
import { readAfter, readHead } from '../ledger/read.ts'
import { setAside } from '../ledger/set-aside.ts'
import { apply, BATCH, type Consumer, type Fault, messageOf, type Pace } from './apply.ts'

export type Runner = {
  start(): void
  /** Something was appended: look now. */
  wake(): void
  /** Resolves when every consumer has read to the ledger's head; rejects with the first failure. */
  caughtUp(): Promise<void>
  /** Finishes the batch at hand, or leaves long work to the next start. */
  stop(): Promise<void>
}

/** How often an entry is tried before it is set aside: about six seconds, with the pauses between. */
export const ATTEMPTS = 5
const LONGEST_PAUSE_MS = 60_000

/** `pollMs`: how often to look for entries that another process appended. */
export function createRunner(payload: Payload, consumers: readonly Consumer[], pollMs = 300): Runner {
  const stopping = new AbortController()
  /** Of each loop that sleeps: what ends it, whether news do, and its place among the consumers. */
  const sleepers = new Map<() => void, { untilNews: boolean; place: number }>()
  let loops: Promise<void>[] = []
  /** How often something was appended. */
  let news = 0

  const wake = () => {
    news += 1
    // In their order: whoever asks first writes first.
    const waiting = [...sleepers].filter(([, { untilNews }]) => untilNews)
    for (const [rouse] of waiting.sort(([, a], [, b]) => a.place - b.place)) rouse()
  }

  /** For `ms`, or until something happens. What has failed is not tried the more often the more is published. */
  const sleep = (ms: number, untilNews: boolean, place: number) =>
    new Promise<void>((resolve) => {
      const rouse = () => {
        clearTimeout(timer)
        sleepers.delete(rouse)
        resolve()
      }
      const timer = setTimeout(rouse, ms)
      sleepers.set(rouse, { untilNews, place })
    })

  async function run(consumer: Consumer, place: number) {
    const pace = { atOnce: BATCH, signal: stopping.signal }
    while (!stopping.signal.aborted) {
      const heard = news
      const failures = await step(payload, consumer, pace)
      if (failures === 'behind' || (failures === 0 && news > heard)) continue
      const pause =
        failures === 0 ? pollMs : Math.min(LONGEST_PAUSE_MS, 200 * 2 ** failures) * (0.5 + Math.random() / 2)
      if (!stopping.signal.aborted) await sleep(pause, failures === 0, place)
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
      stopping.abort()
      for (const rouse of sleepers.keys()) rouse()
      await Promise.all(loops)
    },
  }
}

/**
 * Reads and applies one batch. Answers the number of failures in a row, or 'behind' when there may be more.
 * An entry that fails again and again is set aside; the database's own failures are nobody's fault.
 */
async function step(payload: Payload, consumer: Consumer, pace: Pace): Promise<number | 'behind'> {
  const { slug } = consumer
  try {
    if (await consumer.isPaused?.()) return 0
    const cursor = await readCursor(payload, slug)
    // The rest of the batch waits while its first entry is in doubt.
    const most = cursor.failures > 0 ? 1 : pace.atOnce
    const entries = await readAfter(payload, cursor.seq, most)
    if (entries.length === 0) return 0
    const fault = await apply(payload, consumer, entries, pace)
    if (pace.signal.aborted || (fault && (await consumer.isPaused?.()))) return 0
    if (!fault) return entries.length < most ? 0 : 'behind'
    return await blame(payload, fault, {
      ...cursor,
      failures: fault.entry === entries[0] ? cursor.failures : 0,
    })
  } catch (err) {
    // The database itself: nothing can be noted there.
    payload.logger.error({ err, msg: 'channel.database_unavailable', channel: slug })
    return 3
  }
}

/** `cursor`: with the entry's failures so far. */
async function blame(
  payload: Payload,
  { entry, error: err }: Fault,
  { consumer, failures: before }: Cursor,
): Promise<number | 'behind'> {
  const failures = before + 1
  const { seq, itemId } = entry
  const error = messageOf(err)
  const isOver = failures >= ATTEMPTS && !isUnavailable(err)
  const msg = isOver ? 'channel.set_aside' : 'channel.failed'
  payload.logger.error({ err, msg, channel: consumer, seq, itemId, failures })
  if (isOver) {
    await setAside(payload, { consumer, entry, error, attempts: failures })
    return 'behind'
  }
  await noteFailure(payload, { consumer, seq: seq - 1, error, failures })
  return failures
}
