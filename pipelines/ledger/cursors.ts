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

type Row = Partial<Cursor> & { id: number }

function toCursor(consumer: string, row: Row | null | undefined): Cursor {
  const { seq = 0, error = null, failures, remaining } = row ?? {}
  return { consumer, seq, error, failures: failures ?? 0, remaining: remaining ?? 0 }
}

/** The consumer's cursor; seq 0 when it has never read. */
export async function readCursor(payload: Payload, consumer: string): Promise<Cursor> {
  const where: Where = { consumer: { equals: consumer } }
  return toCursor(consumer, await payload.db.findOne<Row>({ collection: 'ledger-cursors', where }))
}

/** Those of several consumers, in the order of asking. */
export async function readCursors(payload: Payload, consumers: readonly string[]): Promise<Cursor[]> {
  const found = await payload.db.find<Row>({
    collection: 'ledger-cursors',
    where: { consumer: { in: [...consumers] } },
    limit: consumers.length,
    pagination: false,
  })
  const rows = new Map(found.docs.map((row) => [row.consumer, row]))
  return consumers.map((consumer) => toCursor(consumer, rows.get(consumer)))
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
  countMove(payload)
}

function countMove({ db }: Payload): void {
  afterTogether(db, () => {
    moves += 1
  })
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

const rewrites = (consumer: string) => `${consumer} rewritten`

/** Moves whenever the consumer's rows may have changed: with its cursor, and with what is written behind it. */
export async function readVersion(payload: Payload, consumer: string): Promise<number> {
  const found = await payload.db.find<Cursor>({
    collection: 'ledger-cursors',
    where: { consumer: { in: [consumer, rewrites(consumer)] } },
    limit: 2,
    pagination: false,
  })
  // Neither ever goes back: the sum is the same only while both are.
  return found.docs.reduce((sum, { seq }) => sum + seq, 0)
}

/** Notes that rows were written from entries that the cursor is beyond. Call it after the last of them. */
export async function noteRewrite(payload: Payload, consumer: string): Promise<void> {
  const own = rewrites(consumer)
  // Whoever was faster may have noted rows of their own, before the last of these.
  for (let isNoted = false; !isNoted; ) {
    const { seq } = await readCursor(payload, own)
    isNoted = await saveOver({ payload, collection: 'ledger-cursors', key: { consumer: own }, seq: seq + 1 })
  }
  countMove(payload)
}

/** How long another process may have written before this one knows; far below the second that is promised. */
const KNOWN_FOR_MS = 100

/**
 * `readVersion` for what asks many times a second: at once what this process has written, and at most 100 ms late
 * what another has. Never goes back.
 */
export function versionOf(payload: Payload, consumer: string): () => number | Promise<number> {
  let known = { version: 0, moves: -1, until: 0 }
  const look = async (now: number) => {
    const begun = { moves, until: now + KNOWN_FOR_MS }
    const version = await readVersion(payload, consumer)
    if (begun.until >= known.until) known = { ...begun, version: Math.max(version, known.version) }
    return known.version
  }
  return () => {
    const now = performance.now()
    return known.moves === moves && now < known.until ? known.version : look(now)
  }
}
