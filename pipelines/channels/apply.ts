/**
 * Applies entries of the ledger for one of its readers. What cannot be applied is found by applying one entry
 * after another, so that a batch is not blamed for one of its entries.
 */
import type { Payload } from 'payload'
import { HOLD_MS, together } from '../../database/together.ts'
import { moveCursor, noteRewrite } from '../ledger/cursors.ts'
import type { LedgerEntry } from '../ledger/entry.ts'
import { readEntries } from '../ledger/read.ts'
import type { Retried } from '../ledger/retry-set-aside.ts'
import { findSetAside, forgetOvertaken, noteRetry } from '../ledger/set-aside.ts'

export type Consumer = {
  /** Key of its cursor. */
  slug: string
  /** Whether the writes for these entries and the step forward are one transaction, where there are any. */
  isWhole(entries: readonly LedgerEntry[]): boolean
  /** Whether it leaves the entries to another process for now. */
  isPaused?(): Promise<boolean>
  /** Long work throws when `signal` says that the process stops: the entries come again. */
  consume(entries: readonly LedgerEntry[], signal?: AbortSignal): Promise<void>
}

/** How an entry after another is applied in one process. */
export type Pace = {
  /** Entries that one transaction takes, by the time that the last one took. */
  atOnce: number
  /** Says that the process stops. */
  signal: AbortSignal
}

/** Entries that are read, and applied, at once. */
export const BATCH = 25

export type Fault = { entry: LedgerEntry; error: unknown }

/** Applies the entries in order and moves the cursor. Answers the first that fails, with all before it applied. */
export async function apply(
  payload: Payload,
  consumer: Consumer,
  entries: readonly LedgerEntry[],
  pace: Pace,
): Promise<Fault | null> {
  if (entries.length > 1) {
    try {
      const ms = await applyAll(payload, consumer, entries, pace.signal)
      const fits = Math.floor((entries.length * HOLD_MS) / Math.max(ms, 1))
      pace.atOnce = consumer.isWhole(entries) ? Math.min(Math.max(fits, 2), BATCH) : BATCH
      return null
    } catch (err) {
      payload.logger.debug({ err, msg: 'channel.one_by_one', channel: consumer.slug })
    }
  }
  for (const entry of entries) {
    try {
      await applyAll(payload, consumer, [entry], pace.signal)
    } catch (error) {
      return { entry, error }
    }
  }
  return null
}

async function applyAll(
  payload: Payload,
  { slug, isWhole, consume }: Consumer,
  entries: readonly LedgerEntry[],
  signal?: AbortSignal,
): Promise<number> {
  const run = async () => {
    const begun = performance.now()
    await consume(entries, signal)
    await forgetOvertaken(payload, slug, entries)
    await moveCursor(payload, slug, entries.at(-1)?.seq ?? 0)
    return performance.now() - begun
  }
  // The cursor is taken back with what it stands for.
  return isWhole(entries) ? together(payload.db, run, { canBeLost: true }) : run()
}

/** Tries an entry again that was set aside. */
export async function applySetAside(
  payload: Payload,
  consumers: readonly Consumer[],
  id: number | string,
): Promise<Retried> {
  const row = await findSetAside(payload, id)
  if (!row) return null
  const consumer = consumers.find(({ slug }) => slug === row.consumer)
  const entry = (await readEntries(payload, [row.seq])).get(row.seq)
  try {
    if (!consumer) throw new Error(`there is no channel "${row.consumer}" any more`)
    if (!entry) throw new Error(`entry ${row.seq} is no longer in the ledger`)
    // The cursor is beyond the entry, and stays where it is.
    const run = async () => {
      await applyAll(payload, consumer, [entry])
      await noteRewrite(payload, consumer.slug)
    }
    await (consumer.isWhole([entry]) ? together(payload.db, run) : run())
    return { status: 'applied' }
  } catch (err) {
    const error = messageOf(err)
    payload.logger.error({ err, msg: 'channel.retry_failed', channel: row.consumer, seq: row.seq })
    await noteRetry(payload, row, error)
    return { status: 'failed', error }
  }
}

/** What an error says to an operator. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
