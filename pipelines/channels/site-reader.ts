import type { Payload } from 'payload'
import type { Site } from '../content-item.ts'
import { type LedgerEntry, SETTINGS_ITEM_ID } from '../ledger/entry.ts'
import { readSite } from '../ledger/read.ts'

/**
 * The site that entries are applied with, for one reader of the ledger. It is read anew when they change it, and
 * when they do not follow those before them, as after another process's turn.
 */
export function createSiteReader(
  payload: Payload,
): (entries: readonly LedgerEntry[]) => Promise<Site | null> {
  let known: { site: Site; upTo: number } | null = null
  return async (entries) => {
    const [first, last] = [entries[0]?.seq ?? 0, entries.at(-1)?.seq ?? 0]
    const isSame = known?.upTo === first - 1 && !entries.some(({ itemId }) => itemId === SETTINGS_ITEM_ID)
    const site: Site | null = isSame && known ? known.site : await readSite(payload)
    known = site && { site, upTo: last }
    return site
  }
}
