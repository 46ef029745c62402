import { type CollectionSlug, getLatestCollectionVersion, type PayloadRequest } from 'payload'
import type { Place } from './main-row.ts'

/** The newest version of a document: what an editor sees on opening it. */
export type Newest = {
  [field: string]: unknown
  updatedAt: string
  _status?: 'draft' | 'published'
  editedBy?: string | null
  editedIn?: string | null
}

/** Reads it inside the request's transaction, from the trash too; null when there is no such document. */
export async function loadNewest({ req, collection, id }: Place): Promise<Newest | null> {
  const { config } = req.payload.collections[collection as CollectionSlug]
  const where = { id: { equals: id } }
  const newest = (await getLatestCollectionVersion({
    id,
    config,
    payload: req.payload,
    req: req as PayloadRequest,
    query: { collection: config.slug, where },
  })) as Newest | undefined
  return newest ?? null
}
