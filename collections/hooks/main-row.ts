import type { CollectionSlug, PayloadRequest } from 'payload'
import { NO_JOINS } from '../../database/no-joins.ts'

/** The row that is public when its status says so; Payload's own reads may answer with a newer draft. */
export type MainRow = {
  id: number | string
  _status?: 'draft' | 'published'
  slug?: string | null
  formerSlugs?: string[] | null
  publishedAt?: string | null
  deletedAt?: string | null
}

export type Place = { req: PayloadRequest; collection: string; id: number | string }

/** Reads it inside the request's transaction; trashed rows too. */
export async function loadMainRow({ req, collection, id }: Place): Promise<MainRow | null> {
  return req.payload.db.findOne<MainRow>({
    collection: collection as CollectionSlug,
    req,
    where: { id: { equals: id } },
    joins: NO_JOINS,
    select: { _status: true, slug: true, formerSlugs: true, publishedAt: true, deletedAt: true },
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

/** The slug under which the document is public, or was last, as far as its versions remember. */
export async function lastPublicSlug(place: Place, main: MainRow | null): Promise<string | null> {
  if (main?._status === 'published') return main.slug ?? null
  // What was unpublished with a newer draft over it has that draft's slug, which nobody has seen.
  const published = await place.req.payload.db.findVersions<{ slug?: string | null }>({
    collection: place.collection as CollectionSlug,
    req: place.req,
    where: { and: [{ parent: { equals: place.id } }, { 'version._status': { equals: 'published' } }] },
    sort: '-updatedAt',
    limit: 1,
    pagination: false,
  })
  return published.docs[0]?.version.slug ?? null
}
