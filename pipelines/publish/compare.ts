/** What the ledger should say of an item, against what it says: pure. */
import { type Cause, type LedgerEntry, parseItemId } from '../ledger/entry.ts'
import type { Derivation } from './derive.ts'
import { itemHash, ownHash } from './hash.ts'
import type { ItemRow } from './ledger-items.ts'

/** The note about an item as derived; null: it was never public, and there is nothing to note. */
export function toRow(itemId: string, derivation: Derivation, last: LedgerEntry | null): ItemRow | null {
  if (derivation.public) return { itemId, live: true, seq: last?.seq ?? 0, stamps: derivation.stamps }
  return last && { itemId, live: false, seq: last.seq, stamps: null }
}

/** The entry that is due, if any. */
export function compare(
  itemId: string,
  derivation: Derivation,
  last: LedgerEntry | null,
  how: { cause: Cause; by?: string },
): Omit<LedgerEntry, 'seq' | 'recordedAt'> | null {
  const isLive = last !== null && last.action !== 'unpublished'
  if (!derivation.public) {
    if (!isLive) return null
    const { type, slug, url, hash, ownHash: own, publishedAt } = last
    return {
      ...{ itemId, type, slug, url, hash, ownHash: own, publishedAt },
      action: 'unpublished',
      cause: how.cause,
      item: null,
      dependsOn: [],
      by: how.by ?? '',
    }
  }
  const { item, document, type, dependsOn } = derivation
  const hash = itemHash(item)
  if (isLive && last.hash === hash) return null
  const own = ownHash(type, document)
  const sameWordsSince = isLive && last.ownHash === own ? last.item?.updatedAt : undefined
  return {
    itemId,
    type: parseItemId(itemId).type,
    slug: item.slug,
    url: item.url,
    action: isLive ? 'updated' : 'published',
    cause: how.cause,
    hash,
    ownHash: own,
    publishedAt: item.publishedAt,
    item: { ...item, updatedAt: sameWordsSince ?? new Date(document.updatedAt).toISOString() },
    dependsOn,
    by: how.by ?? '',
  }
}
