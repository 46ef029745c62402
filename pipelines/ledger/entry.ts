/** One line of the publication ledger (DESIGN.md §4.2). */
import type { ContentItem, Json, Site } from '../content-item.ts'

export type Action = 'published' | 'updated' | 'unpublished'

/** Why an entry was written. Side-effect channels ignore `rebuild`. */
export type Cause = 'save' | 'schedule' | 'dependency' | 'reconcile' | 'rebuild'

export type LedgerEntry = {
  /** 1, 2, 3 … without a gap. */
  seq: number
  /** `type:uid` */
  itemId: string
  type: string
  slug: string
  url: string
  action: Action
  cause: Cause
  /** Of everything in `item`; `updatedAt` aside. */
  hash: string
  /** Of the item's own words only. */
  ownHash: string
  publishedAt: string
  /** Null when the item was unpublished, or when the entry was superseded and compacted. */
  item: ContentItem | null
  /** Ids of every item that `item` was derived from, those left out (not public) too. */
  dependsOn: string[]
  /** Who caused it, as shown to editors; empty when no person did. */
  by: string
  /** ISO 8601 in UTC: the writer's clock. */
  recordedAt: string
}

/** Whether the entry has lost its words, which a later one of the same item has superseded: nothing can follow from it. */
export function isCompacted({ action, item }: Pick<LedgerEntry, 'action' | 'item'>): boolean {
  return item === null && action !== 'unpublished'
}

/** Splits `type:uid`. */
export function parseItemId(itemId: string): { type: string; uid: string } {
  const colon = itemId.indexOf(':')
  return { type: itemId.slice(0, colon), uid: itemId.slice(colon + 1) }
}

/** `settings:site` carries the site in its `fields`. */
export const SETTINGS_ITEM_ID = 'settings:site'

/** Reads the site out of the ledger's settings item. Throws when the item is of another type. */
export function toSite(item: ContentItem): Site {
  if (item.id !== SETTINGS_ITEM_ID) throw new Error(`[ledger] ${item.id} is not the site's settings`)
  return item.fields as unknown as Site & { [key: string]: Json }
}

/** When the item was first published, ISO 8601 in UTC; when it was recorded, if the item holds no readable date. */
export function publicationTime({ publishedAt, recordedAt }: LedgerEntry): string {
  const time = Date.parse(publishedAt)
  return Number.isNaN(time) ? recordedAt : new Date(time).toISOString()
}
