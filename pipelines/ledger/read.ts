/** Reading the ledger. Every function reads what is committed (MongoDB: what a majority has seen). */
import { LRUCache } from 'lru-cache'
import type { Payload, Where } from 'payload'
import { pages } from '../../database/pages.ts'
import type { ContentItem, Site } from '../content-item.ts'
import { type LedgerEntry, SETTINGS_ITEM_ID, toSite } from './entry.ts'

type Row = LedgerEntry & { id: unknown; title?: string }

function toEntry({ id: _id, title: _title, ...entry }: Row): LedgerEntry {
  return { ...entry, item: entry.item ?? null, dependsOn: entry.dependsOn ?? [] }
}

async function newest(payload: Payload, where: Where): Promise<LedgerEntry | null> {
  const found = await payload.db.find<Row>({
    collection: 'publications',
    where,
    sort: '-seq',
    limit: 1,
    pagination: false,
  })
  return found.docs[0] ? toEntry(found.docs[0]) : null
}

/** The highest seq; 0 for an empty ledger. */
export async function readHead(payload: Payload): Promise<number> {
  const found = await payload.db.find<{ seq: number }>({
    collection: 'publications',
    where: {},
    sort: '-seq',
    limit: 1,
    pagination: false,
    select: { seq: true },
  })
  return found.docs[0]?.seq ?? 0
}

/** The item's last entry; null when it never had one. */
export function readLast(payload: Payload, itemId: string): Promise<LedgerEntry | null> {
  return newest(payload, { itemId: { equals: itemId } })
}

/** Whether the item was ever public under this slug. */
export async function wasPublicAs(payload: Payload, itemId: string, slug: string): Promise<boolean> {
  const where: Where = {
    and: [
      { itemId: { equals: itemId } },
      { slug: { equals: slug } },
      { action: { not_equals: 'unpublished' } },
    ],
  }
  return (await payload.db.count({ collection: 'publications', where })).totalDocs > 0
}

type Brief = Pick<LedgerEntry, 'seq' | 'itemId' | 'hash' | 'recordedAt'>

/** Entries that were read before. What was written never changes. */
const known = new LRUCache<string, LedgerEntry>({
  max: 500,
  maxSize: 16_000_000,
  // An item holds its words as HTML, Markdown, text and blocks, and some things beside.
  sizeCalculation: ({ item }) => 2_000 + 6 * (item?.html.length ?? 0),
})

/** A number alone would not do: what a transaction wrote and took back may have stood under it. */
const keyOf = ({ seq, itemId, hash, recordedAt }: Brief) => `${seq} ${itemId} ${hash} ${recordedAt}`

/**
 * The last entries of many items at once; an item that never had any is not in the answer. `isKept: false`: for what
 * reads everything once, and would push out what is asked for again and again.
 */
export async function readLasts(
  payload: Payload,
  itemIds: string[],
  { isKept = true }: { isKept?: boolean } = {},
): Promise<Map<string, LedgerEntry>> {
  const found = await payload.db.find<Brief & { id: unknown }>({
    collection: 'publications',
    where: { itemId: { in: itemIds } },
    select: { seq: true, itemId: true, hash: true, recordedAt: true },
    sort: 'seq',
    limit: 0,
    pagination: false,
  })
  const lasts = [...new Map(found.docs.map((brief) => [brief.itemId, brief])).values()]
  // Taken out at once: what is read meanwhile, or kept below, may push them out.
  const kept = new Map(lasts.map((brief) => [brief.seq, known.get(keyOf(brief))]))
  const read = await readEntries(
    payload,
    lasts.flatMap(({ seq }) => (kept.get(seq) ? [] : [seq])),
  )
  return new Map(
    lasts.flatMap((brief) => {
      const entry = kept.get(brief.seq) ?? read.get(brief.seq)
      if (!entry) return []
      if (isKept) known.set(keyOf(brief), entry)
      return [[brief.itemId, entry] as const]
    }),
  )
}

/** What the item is in public now: null when it never was, or is no longer. */
export async function readItem(payload: Payload, itemId: string): Promise<ContentItem | null> {
  const last = await readLast(payload, itemId)
  return last?.action === 'unpublished' ? null : (last?.item ?? null)
}

/** Entries after `seq` in order, at most `limit`. */
export async function readAfter(payload: Payload, seq: number, limit: number): Promise<LedgerEntry[]> {
  const found = await payload.db.find<Row>({
    collection: 'publications',
    where: { seq: { greater_than: seq } },
    sort: 'seq',
    limit,
    pagination: false,
  })
  return found.docs.map(toEntry)
}

/** The entries with these seqs, by seq. */
export async function readEntries(payload: Payload, seqs: number[]): Promise<Map<number, LedgerEntry>> {
  if (seqs.length === 0) return new Map()
  const found = await payload.db.find<Row>({
    collection: 'publications',
    where: { seq: { in: seqs } },
    limit: seqs.length,
    pagination: false,
  })
  return new Map(found.docs.map((row) => [row.seq, toEntry(row)]))
}

/** The published site; null before the settings' first entry. */
export async function readSite(payload: Payload): Promise<Site | null> {
  const item = await readItem(payload, SETTINGS_ITEM_ID)
  return item && toSite(item)
}

/** The last entry of every live item of these types that has none at or after `before`, in no particular order. */
export async function* readLive(
  payload: Payload,
  types: string[],
  before: number,
): AsyncGenerator<LedgerEntry> {
  const where: Where[] = [{ type: { in: types } }, { live: { equals: true } }, { seq: { less_than: before } }]
  for await (const { itemId } of pages<{ id: number; itemId: string }>(payload, {
    collection: 'ledger-items',
    where,
  })) {
    const last = await readLast(payload, itemId)
    if (last && last.action !== 'unpublished' && last.seq < before) yield last
  }
}
