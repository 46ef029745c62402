/** The channel's one row. Publications are counted into it by their seq; calls change it under a lease. */
import type { CollectionSlug, Payload } from 'payload'
import { saveOver, saveUnchanged } from '../../../database/save-over.ts'
import type { LedgerEntry } from '../../ledger/entry.ts'

const COLLECTION = 'deploy-hook-calls' as CollectionSlug
const KEY = { name: 'site' }

/** Longer than a call may take, by more than clocks of machines differ. */
const CLAIM_MS = 30_000

type Time = Date | string | null

export type Calls = {
  id: number | string
  seq: number
  calledSeq: number
  waiting: number
  firstAt: Time
  newestAt: Time
  fence: number
  claimedUntil: Time
  failures: number
  nextAt: Time
  failed: string | null
  calledAt: Time
  status: number | null
  error: string | null
}

/** What a call leaves: `isSettled` when nothing is to be told again. */
export type Outcome = Partial<
  Pick<Calls, 'failures' | 'nextAt' | 'failed' | 'calledAt' | 'status' | 'error'>
> & {
  isSettled: boolean
}

export const timeOf = (time: Time): number => (time === null ? 0 : new Date(time).getTime())

/** Null before anything was published. */
export function readCalls(payload: Payload): Promise<Calls | null> {
  return payload.db.findOne<Calls & { id: number }>({
    collection: COLLECTION,
    where: { name: { equals: KEY.name } },
  })
}

/** Adds publications; those that were added before change nothing. `entries`: in their order. */
export async function addWaiting(payload: Payload, entries: readonly LedgerEntry[]): Promise<void> {
  const last = entries.at(-1)
  if (!last) return
  await saveOver({
    payload,
    collection: COLLECTION,
    key: KEY,
    seq: last.seq,
    guard: ['fence', 'calledSeq', 'waiting'],
    merge: (row) => {
      const calls = row as Calls | null
      const fresh = entries.filter(({ seq }) => seq > (calls?.seq ?? 0))
      const isFirst = !calls || calls.waiting === 0
      return {
        ...(calls ? {} : { calledSeq: 0, fence: 0, failures: 0 }),
        waiting: (calls?.waiting ?? 0) + fresh.length,
        newestAt: last.recordedAt,
        ...(isFirst ? { firstAt: fresh[0]?.recordedAt ?? last.recordedAt } : {}),
      }
    },
  })
}

/** Takes what waits, if nobody else has it; null when somebody does. Of several who try at once one gets it. */
export async function claim(payload: Payload, calls: Calls, now: number): Promise<Calls | null> {
  if (timeOf(calls.claimedUntil) > now) return null
  const { id, fence } = calls
  const data = { fence: fence + 1, claimedUntil: new Date(now + CLAIM_MS).toISOString() }
  const isMine = await saveUnchanged({ payload, collection: COLLECTION, id, known: { fence }, data })
  if (!isMine) return null
  // With what was published until now.
  const mine = await readCalls(payload)
  return mine?.fence === fence + 1 ? mine : null
}

/** Gives a claim back with what came of it; nothing when somebody else has claimed since. */
export async function release(
  payload: Payload,
  claimed: Calls,
  { isSettled, ...result }: Outcome,
): Promise<void> {
  for (let isWritten = false; !isWritten; ) {
    const now = await readCalls(payload)
    if (now?.fence !== claimed.fence) return
    const waiting = now.waiting - (isSettled ? claimed.waiting : 0)
    isWritten = await saveUnchanged({
      payload,
      collection: COLLECTION,
      id: now.id,
      // What was published meanwhile stays to be told.
      known: { fence: now.fence, seq: now.seq, waiting: now.waiting },
      data: {
        ...result,
        claimedUntil: null,
        ...(isSettled ? { calledSeq: claimed.seq, waiting, firstAt: waiting > 0 ? now.newestAt : null } : {}),
      },
    })
  }
}
