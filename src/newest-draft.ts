/** Documents as their editors left them, for previews on the website. */
import { type CollectionSlug, createLocalReq, type Payload, type Where } from 'payload'
import { NO_JOINS } from '../database/no-joins.ts'
import { headingsOf } from '../pipelines/channels/delivery/contents.ts'
import { findById } from '../pipelines/channels/delivery/find.ts'
import type { Store } from '../pipelines/channels/delivery/store.ts'
import { toUnsavedItem } from '../pipelines/publish/unsaved.ts'

/** Relations are ids. `slug`: of this version. */
export type Newest = {
  type: string
  uid: string
  slug: string
  isDraft: boolean
  data: { [field: string]: unknown }
}

/** The newest version of the document with this uid; null when there is none, or it is in the trash. */
export function findByUid(payload: Payload, type: string, uid: string): Promise<Newest | null> {
  return find(payload, type, { uid: { equals: uid } }, true)
}

/** The same by the slug that it has now, or had when it was published last; of several the one saved last. */
export async function findByDraftSlug(payload: Payload, type: string, slug: string): Promise<Newest | null> {
  const newest = await find(payload, type, { slug: { equals: slug } }, true)
  if (newest) return newest
  const live = await find(payload, type, { slug: { equals: slug } }, false)
  return findByUid(payload, type, live?.uid ?? slug)
}

async function find(payload: Payload, type: string, where: Where, draft: boolean): Promise<Newest | null> {
  const found = await payload.find({
    collection: type as CollectionSlug,
    where,
    draft,
    depth: 0,
    joins: NO_JOINS,
    limit: 1,
    pagination: false,
    sort: '-updatedAt',
    overrideAccess: true,
  })
  const data = found.docs[0] as unknown as { [field: string]: unknown } | undefined
  if (!data) return null
  const [uid, slug] = [String(data.uid), String(data.slug || data.uid)]
  return { type, uid, slug, isDraft: data._status !== 'published', data }
}

/** As the API would give it out if it were published now, JSON; what is public already as it is given out. */
export async function textOfNewest(payload: Payload, store: Store, newest: Newest): Promise<string> {
  const { type, uid, isDraft, data } = newest
  const live = findById(store, `${type}:${uid}`)
  if (live && !isDraft) return live.text
  const req = await createLocalReq({}, payload)
  // Published now, it would get today's date.
  const { publishedAt, ...fields } = data
  const form = { ...fields, ...(publishedAt ? { publishedAt } : {}) }
  const item = await toUnsavedItem({ collection: type, data: form, req })
  if (!item) throw new Error(`[preview] "${type}" makes no items`)
  const updatedAt = new Date(String(data.updatedAt)).toISOString()
  // What it carries follows from others: as it is now, where it is public.
  const carried = live ? (JSON.parse(live.text) as object) : {}
  return JSON.stringify({ ...carried, ...item, updatedAt, toc: headingsOf(item.blocks) })
}
