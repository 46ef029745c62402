import type { CollectionSlug, PayloadRequest } from 'payload'
import { NO_JOINS } from '../../../database/no-joins.ts'
import { wasPublicAs } from '../../../pipelines/ledger/read.ts'

/** The row that is public when its status says so; Payload's own reads may answer with a newer draft. */
export type MainRow = {
  id: number | string
  uid?: string
  _status?: 'draft' | 'published'
  slug?: string | null
  formerSlugs?: string[] | null
  publishedAt?: string | null
  deletedAt?: string | null
  updatedAt?: string
}

type Row = Pick<MainRow, 'uid' | 'slug' | 'publishedAt' | 'updatedAt'>

/** The hooks of one save, which set both times, take less. */
const ONE_SAVE_MS = 1_000

export type Place = { req: PayloadRequest; collection: string; id: number | string }

/** Reads it inside the request's transaction; trashed rows too. */
export async function loadMainRow({ req, collection, id }: Place): Promise<MainRow | null> {
  return req.payload.db.findOne<MainRow>({
    collection: collection as CollectionSlug,
    req,
    where: { id: { equals: id } },
    joins: NO_JOINS,
    select: {
      ...{ uid: true, _status: true, slug: true, formerSlugs: true },
      ...{ publishedAt: true, deletedAt: true, updatedAt: true },
    },
  })
}

/** Whether the document is public or was at any time that its versions remember. */
export async function hasBeenPublished(place: Place, row?: MainRow | null): Promise<boolean> {
  const main = row === undefined ? await loadMainRow(place) : row
  if (main?._status === 'published') return true
  const published = await place.req.payload.db.countVersions({
    collection: place.collection as CollectionSlug,
    req: place.req,
    where: { and: [{ parent: { equals: place.id } }, { 'version._status': { equals: 'published' } }] },
  })
  return published.totalDocs > 0
}

/** The slug under which the document is public, or was last, as far as its versions remember; null: it never was. */
export async function lastPublicSlug(place: Place, main: MainRow | null): Promise<string | null> {
  if (main?._status === 'published') return whilePublic(place, main)
  // What was unpublished with a newer draft over it has that draft's slug, which nobody has seen.
  const published = await place.req.payload.db.findVersions<Row>({
    collection: place.collection as CollectionSlug,
    req: place.req,
    where: { and: [{ parent: { equals: place.id } }, { 'version._status': { equals: 'published' } }] },
    sort: '-updatedAt',
    limit: 1,
    pagination: false,
  })
  const version = published.docs[0]?.version
  return version ? whilePublic(place, version) : null
}

/** What was saved for a later time may never have come out: of that the ledger knows. */
async function whilePublic({ req, collection }: Place, row: Row): Promise<string | null> {
  const { uid, slug, publishedAt, updatedAt } = row
  if (!slug) return null
  const isScheduled =
    publishedAt && updatedAt && Date.parse(publishedAt) > Date.parse(updatedAt) + ONE_SAVE_MS
  return !isScheduled || (await wasPublicAs(req.payload, `${collection}:${uid}`, slug)) ? slug : null
}
