import { APIError, type CollectionBeforeOperationHook, type CollectionSlug } from 'payload'
import { loadMainRow } from './main-row.ts'

/**
 * A program that changes one field of a live document without saying how would take a colleague's unfinished
 * draft into the live row and unpublish it: Payload starts from the newest draft and keeps its status.
 */
export const refuseSilentUnpublish: CollectionBeforeOperationHook = async ({
  args,
  collection,
  operation,
  req,
}) => {
  const { id, draft, data } = args as {
    id?: number | string
    draft?: boolean
    data?: { [field: string]: unknown }
  }
  const isPlainUpdate = operation === 'update' && id !== undefined && draft !== true
  if (!isPlainUpdate || !data || data._status !== undefined || 'deletedAt' in data) return args
  const main = await loadMainRow({ req, collection: collection.slug, id })
  if (main?._status !== 'published') return args
  const drafts = await req.payload.db.countVersions({
    collection: collection.slug as CollectionSlug,
    req,
    where: {
      and: [
        { parent: { equals: id } },
        { latest: { equals: true } },
        { 'version._status': { equals: 'draft' } },
      ],
    },
  })
  if (drafts.totalDocs === 0) return args
  const message =
    'This document is public and has a newer draft. Say which you mean: `?draft=true` adds to the draft, ' +
    '`"_status": "published"` publishes the draft with your change.'
  throw new APIError(message, 409, null, true)
}
