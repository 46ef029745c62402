/** Entries and drafts for tests of the LinkedIn desk. */
import type { Payload } from 'payload'
import { linkedin } from '../../pipelines/channels/linkedin/index.ts'
import type { ContentItem } from '../../pipelines/content-item.ts'
import type { LedgerEntry } from '../../pipelines/ledger/entry.ts'
import { readLast, readSite } from '../../pipelines/ledger/read.ts'

export type DeskDraft = {
  id: number | string
  itemId: string
  furtherOf?: string | null
  state: string
  stateBefore?: string | null
  reason?: string | null
  text: string
  apiText: string
  hash: string
  seq: number
  edited?: boolean
  stale?: boolean
  newest?: { text: string } | null
  plannedFor?: string | null
}

const SENTENCE =
  'counts the trees of a street twice, because a tree that nobody counts is a tree that nobody waters.'

/** Enough words for a post. */
export const words = (mark: string) => `${mark} ${SENTENCE} ${mark} ${SENTENCE}`

/** Hands the channel the item's last entry, or one after it: with other words, or without the item. */
export async function tell(
  payload: Payload,
  itemId: string,
  change?: { seq: number; mark: string | null },
): Promise<void> {
  const [last, site] = [await readLast(payload, itemId), await readSite(payload)]
  if (!last || !site) throw new Error('Publish it first.')
  await linkedin.consume([change ? toLater(last, change) : last], { payload, site })
}

function toLater(last: LedgerEntry, { seq, mark }: { seq: number; mark: string | null }): LedgerEntry {
  const item = mark === null ? null : (reworded(last.item as ContentItem, mark) as ContentItem)
  return { ...last, seq: last.seq + seq, item, action: item ? 'updated' : 'unpublished' }
}

function reworded(item: ContentItem, mark: string): ContentItem {
  const blocks = [{ type: 'paragraph' as const, children: [{ type: 'text' as const, text: words(mark) }] }]
  return { ...item, blocks, text: words(mark), summary: words(mark) }
}

/** Straight from the database: the automatic draft, then the further ones. */
export async function draftsOf(payload: Payload, itemId: string): Promise<DeskDraft[]> {
  const { docs } = await payload.db.find<DeskDraft & { id: number }>({
    collection: 'linkedin-drafts',
    where: { or: [{ itemId: { equals: itemId } }, { furtherOf: { equals: itemId } }] },
    sort: 'id',
    pagination: false,
    limit: 0,
  })
  return docs
}
