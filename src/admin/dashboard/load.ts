/**
 * What the first page shows. Every query has a limit or counts by an index: ten thousand documents do not slow it.
 */
import type { CollectionSlug, Payload, Where } from 'payload'
import { channels } from '../../../pipelines/channels/registry.ts'
import { standingsHere } from '../../../pipelines/channels/standing.ts'
import type { LedgerEntry } from '../../../pipelines/ledger/entry.ts'
import { readHead } from '../../../pipelines/ledger/read.ts'
import type { SetAside } from '../../../pipelines/ledger/set-aside.ts'
import { publishedTypes } from '../published-types.ts'

type Id = number | string

export type Recent = Pick<LedgerEntry, 'seq' | 'itemId' | 'type' | 'url' | 'action' | 'by' | 'recordedAt'> & {
  id: Id
  title: string
}
export type Draft = { type: string; id: Id; title: string; by: string; savedAt: string; isOverLive: boolean }
export type ChannelHealth = { channel: string; lag: number; error: string; failures: number }
export type TitledSetAside = SetAside & { title: string }
export type Count = { type: string; live: number; drafts: number }

/** Rows of each list. */
const SHOWN = 8

/** How far back it looks for what people did, past what only followed from that. */
const LOOK_BACK = 2000

/** What people published, changed or took back last, each item once; without any, whatever else happened last. */
export async function loadRecent(payload: Payload, head: number): Promise<Recent[]> {
  const types = publishedTypes(payload).map(({ slug }) => slug)
  const find = async (where: Where[]) => {
    const found = await payload.db.find<Recent>({
      collection: 'publications',
      where: { and: [{ seq: { greater_than: head - LOOK_BACK } }, { type: { in: types } }, ...where] },
      select: {
        seq: true,
        itemId: true,
        type: true,
        url: true,
        action: true,
        by: true,
        recordedAt: true,
        title: true,
      },
      sort: '-seq',
      limit: SHOWN * 4,
      pagination: false,
    })
    return firstOfEach(found.docs).slice(0, SHOWN)
  }
  const byPeople = await find([{ cause: { not_in: ['dependency', 'rebuild'] } }])
  return byPeople.length > 0 ? byPeople : await find([])
}

/** Newest entries first in, the newest of each item out. Pure. */
function firstOfEach(entries: Recent[]): Recent[] {
  const seen = new Set<string>()
  return entries.filter(({ itemId }) => !seen.has(itemId) && seen.add(itemId))
}

const NEWEST_IS_DRAFT: Where[] = [
  { latest: { equals: true } },
  { 'version._status': { equals: 'draft' } },
  { 'version.deletedAt': { exists: false } },
]

type Version = {
  parent: Id
  updatedAt: string
  version: { uid?: string; editedBy?: string | null } & { [field: string]: unknown }
}

/** Documents whose newest version is a draft, those saved last first. */
export async function loadDrafts(payload: Payload): Promise<Draft[]> {
  const found = await Promise.all(
    publishedTypes(payload).map(async ({ slug, admin }) => {
      const name = admin.useAsTitle ?? 'id'
      const { docs } = await payload.db.findVersions({
        collection: slug as CollectionSlug,
        where: { and: NEWEST_IS_DRAFT },
        select: { parent: true, updatedAt: true, version: { uid: true, editedBy: true, [name]: true } },
        sort: '-updatedAt',
        limit: SHOWN,
        pagination: false,
      })
      return (docs as unknown as Version[]).map(({ parent, updatedAt, version }) => ({
        type: slug,
        id: parent,
        uid: String(version.uid ?? ''),
        title: String(version[name] ?? ''),
        by: version.editedBy ?? '',
        savedAt: updatedAt,
      }))
    }),
  )
  const newest = found
    .flat()
    .sort((a, b) => Date.parse(b.savedAt) - Date.parse(a.savedAt))
    .slice(0, SHOWN)
  const live = await liveAmong(
    payload,
    newest.map(({ type, uid }) => `${type}:${uid}`),
  )
  return newest.map(({ uid, ...draft }) => ({ ...draft, isOverLive: live.has(`${draft.type}:${uid}`) }))
}

async function liveAmong(payload: Payload, itemIds: string[]): Promise<Set<string>> {
  if (itemIds.length === 0) return new Set()
  const found = await payload.db.find<{ itemId: string }>({
    collection: 'ledger-items',
    where: { and: [{ itemId: { in: itemIds } }, { live: { equals: true } }] },
    select: { itemId: true },
    limit: itemIds.length,
    pagination: false,
  })
  return new Set(found.docs.map(({ itemId }) => itemId))
}

/** How far every reader of what is published has come, of this process's own and of all; those that fail first, then those that lag. */
export async function loadChannels(payload: Payload, head: number): Promise<ChannelHealth[]> {
  const found = await payload.db.find<{
    consumer: string
    seq: number
    error?: string | null
    failures?: number | null
  }>({
    collection: 'ledger-cursors',
    limit: 100,
    pagination: false,
  })
  const rows = new Map(found.docs.map((row) => [row.consumer, row]))
  const here = new Map(standingsHere(payload).map((standing) => [standing.channel, standing]))
  return [...here.keys(), ...channels.map(({ slug }) => slug), 'dependents']
    .map((channel) => {
      const row = here.get(channel) ?? rows.get(channel)
      const lag = Math.max(0, head - (row?.seq ?? 0))
      return { channel, lag, error: row?.error ?? '', failures: row?.failures ?? 0 }
    })
    .sort((a, b) => Number(b.error !== '') - Number(a.error !== ''))
}

/** Entries that a channel gave up on for now, newest first. */
export async function loadSetAside(payload: Payload): Promise<{ rows: TitledSetAside[]; total: number }> {
  const collection = 'ledger-set-aside' as CollectionSlug
  const { totalDocs } = await payload.db.count({ collection, where: {} })
  if (totalDocs === 0) return { rows: [], total: 0 }
  const found = await payload.db.find<SetAside>({
    collection,
    sort: '-setAsideAt',
    limit: SHOWN,
    pagination: false,
  })
  const rows = await Promise.all(
    found.docs.map(async (row) => ({ ...row, title: await titleOf(payload, row.itemId) })),
  )
  return { rows, total: totalDocs }
}

async function titleOf(payload: Payload, itemId: string): Promise<string> {
  const found = await payload.db.find<{ title?: string }>({
    collection: 'publications',
    where: { itemId: { equals: itemId } },
    select: { title: true },
    sort: '-seq',
    limit: 1,
    pagination: false,
  })
  return found.docs[0]?.title || itemId
}

/** Of each type: what is public, and documents whose newest version is a draft. */
export function loadCounts(payload: Payload): Promise<Count[]> {
  return Promise.all(
    publishedTypes(payload).map(async ({ slug }) => {
      const live: Where = { and: [{ type: { equals: slug } }, { live: { equals: true } }] }
      const [public_, drafts] = await Promise.all([
        payload.db.count({ collection: 'ledger-items', where: live }),
        payload.db.countVersions({ collection: slug as CollectionSlug, where: { and: NEWEST_IS_DRAFT } }),
      ])
      return { type: slug, live: public_.totalDocs, drafts: drafts.totalDocs }
    }),
  )
}

export async function loadDashboard(payload: Payload) {
  const head = await readHead(payload)
  const [recent, drafts, health, setAside, counts] = await Promise.all([
    loadRecent(payload, head),
    loadDrafts(payload),
    loadChannels(payload, head),
    loadSetAside(payload),
    loadCounts(payload),
  ])
  return { head, recent, drafts, health, setAside, counts }
}
