/** Where each consumer of the ledger stands: durable, moved forward only. */
import type { Payload, Where } from 'payload'
import { afterTogether } from '../../database/after-commit.ts'
import { saveOver } from '../../database/save-over.ts'

export type Cursor = {
  consumer: string
  seq: number
  error: string | null
  failures: number
  /** Pieces of the present batch's work still to be done, where a batch is long work. */
  remaining: number
}

/** The consumer's cursor; seq 0 when it has never read. */
export async function readCursor(payload: Payload, consumer: string): Promise<Cursor> {
  const row = await payload.db.findOne<Cursor & { id: number }>({
    collection: 'ledger-cursors',
    where: { consumer: { equals: consumer } },
  })
  const { seq = 0, error = null, failures, remaining } = row ?? {}
  return { consumer, seq, error, failures: failures ?? 0, remaining: remaining ?? 0 }
}

/** How often this process has moved a cursor; counted once others see it. */
let moves = 0

/** Moves the cursor to `seq` and clears its error. Does nothing when it already stands there or beyond. */
export async function moveCursor(payload: Payload, consumer: string, seq: number): Promise<void> {
  await saveOver({
    payload,
    collection: 'ledger-cursors',
    key: { consumer },
    seq,
    data: { error: null, failures: 0, remaining: 0 },
  })
  afterTogether(payload.db, () => {
    moves += 1
  })
}

/** How long another process may have moved a cursor before this one knows; far below the second that is promised. */
const KNOWN_FOR_MS = 100

/**
 * Reads where the consumer stands, for what is asked many times a second: at once what this process has moved it to,
 * and at most 100 ms late what another has. Never goes back.
 */
export function positionOf(payload: Payload, consumer: string): () => number | Promise<number> {
  let known = { seq: 0, moves: -1, until: 0 }
  const look = async (now: number) => {
    const begun = { moves, until: now + KNOWN_FOR_MS }
    const { seq } = await readCursor(payload, consumer)
    if (begun.until >= known.until) known = { ...begun, seq: Math.max(seq, known.seq) }
    return known.seq
  }
  return () => {
    const now = performance.now()
    return known.moves === moves && now < known.until ? known.seq : look(now)
  }
}

/** Notes why the consumer stands still; null clears the note. The cursor stays. */
export async function noteFailure(payload: Payload, cursor: Omit<Cursor, 'remaining'>): Promise<void> {
  const { consumer, seq, error, failures } = cursor
  await saveOver({
    payload,
    collection: 'ledger-cursors',
    key: { consumer },
    seq: 0,
    data: { error, failures },
  })
  await payload.db.updateOne({
    collection: 'ledger-cursors',
    where: { and: [{ consumer: { equals: consumer } }, { seq: { equals: seq } }] },
    data: { error, failures },
  })
}

/** Notes how much of the work up to `seq` is still to be done, unless another worker is done with it. */
export async function noteRemaining(
  payload: Payload,
  consumer: string,
  { seq, remaining }: { seq: number; remaining: number },
): Promise<void> {
  const where: Where = { and: [{ consumer: { equals: consumer } }, { seq: { less_than: seq } }] }
  await payload.db.updateOne({ collection: 'ledger-cursors', where, data: { remaining }, returning: false })
}
