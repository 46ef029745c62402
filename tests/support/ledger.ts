import type { Payload } from 'payload'
import type { LedgerEntry } from '../../pipelines/ledger/entry.ts'
import { readAfter } from '../../pipelines/ledger/read.ts'

/** The whole ledger, oldest first. */
export function wholeLedger(payload: Payload): Promise<LedgerEntry[]> {
  return readAfter(payload, 0, 100_000)
}

/** The entries of one item, oldest first. */
export async function entriesOf(payload: Payload, itemId: string): Promise<LedgerEntry[]> {
  return (await wholeLedger(payload)).filter((entry) => entry.itemId === itemId)
}
