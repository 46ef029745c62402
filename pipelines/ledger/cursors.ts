/** Where each consumer of the ledger stands: durable, moved forward only. */
import type { Payload } from 'payload'
import { saveOver } from '../../database/save-over.ts'

export type Cursor = {
  consumer: string
  seq: number
  error: string | null
  failures: number
}

/** The consumer's cursor; seq 0 when it has never read. */
export async function readCursor(payload: Payload, consumer: string): Promise<Cursor> {
  const row = await payload.db.findOne<Cursor & { id: number }>({
    collection: 'ledger-cursors',
    where: { consumer: { equals: consumer } },
  })
  return { consumer, seq: row?.seq ?? 0, error: row?.error ?? null, failures: row?.failures ?? 0 }
}

/** Moves the cursor to `seq` and clears its error. Does nothing when it already stands there or beyond. */
export async function moveCursor(payload: Payload, consumer: string, seq: number): Promise<void> {
  await saveOver({
    payload,
    collection: 'ledger-cursors',
    key: { consumer },
    seq,
    data: { error: null, failures: 0 },
  })
}

/** Notes why the consumer stands still; null clears the note. The cursor stays. */
export async function noteFailure(payload: Payload, cursor: Cursor): Promise<void> {
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
