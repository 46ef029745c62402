/** One publication with its neighbours: what the item was before it, and whether something came after. */
import type { Payload, Where } from 'payload'
import type { LedgerEntry } from '../../../pipelines/ledger/entry.ts'
import { findDocument } from '../find-document.ts'

export type Publication = LedgerEntry & { id: number | string; title?: string }
export type Neighbour = Pick<Publication, 'id' | 'seq'>

export type Loaded = {
  entry: Publication
  /** The item's publication before this one. */
  previous: Publication | null
  next: Neighbour | null
  /** The document in the admin, while there is one. */
  document: { id: number | string } | null
}

/** `entry`: as Payload read it for whoever asks. */
export async function loadEntry(payload: Payload, entry: Publication): Promise<Loaded> {
  const { itemId, seq } = entry
  const find = async <T>(beside: Where, sort: string, select?: { [field: string]: true }) => {
    const found = await payload.db.find<T>({
      collection: 'publications',
      where: { and: [{ itemId: { equals: itemId } }, beside] },
      sort,
      limit: 1,
      pagination: false,
      ...(select ? { select } : {}),
    })
    return found.docs[0] ?? null
  }
  const [previous, next, document] = await Promise.all([
    find<Publication>({ seq: { less_than: seq } }, '-seq'),
    find<Neighbour>({ seq: { greater_than: seq } }, 'seq', { seq: true }),
    findDocument(payload, itemId),
  ])
  return { entry, previous, next, document }
}
