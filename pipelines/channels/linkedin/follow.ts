/** How the desk follows the ledger: one automatic draft for each item, for ever, and the further posts of it. */
import type { Payload } from 'payload'
import { inGroups } from '../../../database/pages.ts'
import { saveOver } from '../../../database/save-over.ts'
import { together } from '../../../database/together.ts'
import type { Site } from '../../content-item.ts'
import { type LedgerEntry, SETTINGS_ITEM_ID, toSite } from '../../ledger/entry.ts'
import { readLive } from '../../ledger/read.ts'
import { canonicalJson } from '../../publish/hash.ts'
import { isAdmitted } from '../admission.ts'
import { DRAFTS, type Draft } from './draft.ts'
import { revise } from './life.ts'
import type { Known } from './made.ts'

type News = Pick<LedgerEntry, 'itemId' | 'seq' | 'type' | 'item' | 'recordedAt'>

/** The item's automatic draft; null when it never had one. */
export function findDraft(payload: Payload, itemId: string): Promise<Draft | null> {
  return payload.db.findOne<Draft & { id: number }>({
    collection: DRAFTS,
    where: { itemId: { equals: itemId } },
  })
}

/** Brings every draft of one item up to an entry. Seen twice or late, an entry changes nothing. */
export async function follow(payload: Payload, known: Known, news: News): Promise<void> {
  const { itemId, seq, item } = news
  const isWanted = item !== null && isAdmitted(item, known.site, 'linkedin')
  const drafts = await findAll(payload, itemId)
  // The automatic draft first: it is made when there is none.
  for (const id of new Set([...(isWanted ? [itemId] : []), ...drafts])) {
    await saveOver({
      payload,
      collection: DRAFTS,
      key: { itemId: id },
      seq,
      // People save without a seq: what they write meanwhile is not lost.
      guard: ['hash'],
      merge: (current) => revise(current as Draft | null, news, known),
    })
  }
}

/** By their own ids: the automatic draft has the item's. */
async function findAll(payload: Payload, itemId: string): Promise<string[]> {
  const { docs } = await payload.db.find<{ id: number; itemId: string }>({
    collection: DRAFTS,
    where: { or: [{ itemId: { equals: itemId } }, { furtherOf: { equals: itemId } }] },
    select: { itemId: true },
    limit: 0,
    pagination: false,
  })
  return docs.map((row) => row.itemId)
}

/** Drafts of so many items are looked at in one transaction: whoever saves meanwhile waits no longer. */
const AT_ONCE = 10
/** Between two of them, in ms: other processes have a moment, too. */
const PAUSE_MS = 10

/**
 * Settings were saved. Where they word posts otherwise every draft is looked at; else only what the matrix lets in or
 * out: no item has an entry of its own for that. After a crash in the middle it begins again, and what was written
 * since the entry says so.
 * @throws when the database fails, or when `signal` ends it early.
 */
export async function followSettings(
  payload: Payload,
  known: Known,
  entry: LedgerEntry,
  signal?: AbortSignal,
): Promise<void> {
  const { site } = known
  const { seq, recordedAt } = entry
  const isReworded = await isWordedOtherwise(payload, site, seq)
  const lookAt = async (last: LedgerEntry): Promise<boolean> => {
    const { item, itemId } = last
    if (!item) return false
    const draft = await findDraft(payload, itemId)
    const isOut = draft === null || draft.state === 'withdrawn'
    const hasMoved = isAdmitted(item, site, 'linkedin') === isOut
    const isDue = hasMoved || (draft !== null && isReworded)
    if (isDue) await follow(payload, known, { ...last, seq, recordedAt })
    return isDue
  }
  for await (const some of inGroups(readLive(payload, Object.keys(site.matrix), seq), AT_ONCE)) {
    signal?.throwIfAborted()
    const due = await together(payload.db, async () => {
      let count = 0
      for (const last of some) count += Number(await lookAt(last))
      return count
    })
    if (due > 0) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
}

/** Whether anything but the matrix differs from the settings before; true when those are not known. */
async function isWordedOtherwise(payload: Payload, site: Site, seq: number): Promise<boolean> {
  const { docs } = await payload.db.find<LedgerEntry & { id: number }>({
    collection: 'publications',
    where: { and: [{ itemId: { equals: SETTINGS_ITEM_ID } }, { seq: { less_than: seq } }] },
    sort: '-seq',
    limit: 1,
    pagination: false,
  })
  const before = docs[0]?.item
  return !before || wordsOf(toSite(before)) !== wordsOf(site)
}

function wordsOf(site: Site): string {
  const { matrix: _matrix, feeds: _feeds, description: _description, ...words } = site
  return canonicalJson(words)
}
