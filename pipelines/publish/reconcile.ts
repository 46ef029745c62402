/**
 * Heals what was lost: compares everything that is published with the ledger, both ways, and publishes what
 * differs. Cheap when nothing does: equal stamps, nothing to derive.
 */
import type { CollectionSlug, Payload, Where } from 'payload'
import { NO_JOINS } from '../../database/no-joins.ts'
import type { ContentType } from '../content-type.ts'
import { SETTINGS_ITEM_ID } from '../ledger/entry.ts'
import { type Fingerprint, readFingerprint, saveFingerprint } from '../ledger/meta.ts'
import type { Stamps } from './derive.ts'
import { canonicalJson } from './hash.ts'
import type { ItemRow } from './ledger-items.ts'
import type { Publisher } from './publisher.ts'

/** Raise it when the same document gives another item than before: everything is then derived again. */
export const DERIVATION_VERSION = 1

const PAGE = 500

type Options = {
  payload: Payload
  types: ReadonlyMap<string, ContentType>
  publisher: Publisher
  addresses: { siteUrl: string; publicUrl: string }
  /** Asked between items; true ends the pass early. */
  isStopping(): boolean
}

/** @returns how many items were looked at again, because their stamps differed. */
export async function reconcile(options: Options): Promise<{ derived: number }> {
  const { payload, types, publisher, addresses, isStopping } = options
  const now: Fingerprint = { ...addresses, version: DERIVATION_VERSION }
  const before = await readFingerprint(payload)
  const isOlder = before !== null && before.version > now.version
  const isRebuild = before !== null && !isOlder && canonicalJson(before) !== canonicalJson(now)
  const cause = isRebuild ? 'rebuild' : 'reconcile'

  const rows = await loadRows(payload)
  const seen = new Set<string>()
  let derived = 0
  const look = async (itemId: string) => {
    derived += 1
    await publisher.attempt(itemId, { cause })
  }
  for (const type of types.keys()) {
    for await (const found of publishedIn(payload, type)) {
      if (isStopping()) return { derived }
      seen.add(found.itemId)
      if (found.dueAt) publisher.remind(found.itemId, found.dueAt)
      const row = rows.get(found.itemId)
      const isKnown = found.dueAt ? !row?.live : row !== undefined && isCurrent(row, found.stamp, rows)
      if (isRebuild || !isKnown) await look(found.itemId)
    }
  }
  for (const [itemId, row] of rows) {
    if (isStopping()) return { derived }
    if (row.live && !seen.has(itemId)) await look(itemId)
  }
  if (!isOlder && canonicalJson(before) !== canonicalJson(now)) await saveFingerprint(payload, now)
  return { derived }
}

function isCurrent(row: ItemRow, stamp: string, rows: ReadonlyMap<string, ItemRow>): boolean {
  const stamps = row.stamps as Partial<Stamps> | null
  if (!row.live) return row.itemId.startsWith('media:')
  return (
    stamps?.document === stamp &&
    Object.entries(stamps.dependencies ?? {}).every(([id, seq]) => (rows.get(id)?.seq ?? 0) === seq)
  )
}

async function loadRows(payload: Payload): Promise<Map<string, ItemRow>> {
  const rows = new Map<string, ItemRow>()
  for await (const row of pages<ItemRow & { id: number }>(payload, 'ledger-items', []))
    rows.set(row.itemId, row)
  return rows
}

async function* publishedIn(payload: Payload, type: string) {
  if (type === 'settings') {
    const { updatedAt } = (await payload.findGlobal({ slug: 'settings' as never, depth: 0 })) as {
      updatedAt?: string
    }
    yield { itemId: SETTINGS_ITEM_ID, stamp: updatedAt ?? '', dueAt: null }
    return
  }
  const config = payload.collections[type as CollectionSlug]?.config
  const where: Where[] = [
    ...(config?.versions?.drafts ? [{ _status: { equals: 'published' } }] : []),
    ...(config?.trash ? [{ deletedAt: { exists: false } }] : []),
  ]
  type Row = { id: number; uid: string; updatedAt: string; publishedAt?: string }
  for await (const row of pages<Row>(payload, type, where)) {
    const due = row.publishedAt ? new Date(row.publishedAt) : null
    const itemId = `${type}:${row.uid}`
    yield { itemId, stamp: row.updatedAt, dueAt: due && due.getTime() > Date.now() ? due : null }
  }
}

/** Every row, by id: pages by offset would lose rows while others are written. */
async function* pages<T extends { id: number | string }>(
  payload: Payload,
  collection: string,
  where: Where[],
): AsyncGenerator<T> {
  let after: number | string | null = null
  while (true) {
    const found: { docs: T[] } = await payload.db.find<T>({
      collection: collection as CollectionSlug,
      where: { and: [...where, ...(after === null ? [] : [{ id: { greater_than: after } }])] },
      ...(collection === 'ledger-items' ? {} : { select: { uid: true, updatedAt: true, publishedAt: true } }),
      joins: NO_JOINS,
      sort: 'id',
      limit: PAGE,
      pagination: false,
    })
    yield* found.docs
    const last = found.docs.at(-1)
    if (found.docs.length < PAGE || !last) return
    after = last.id
  }
}
