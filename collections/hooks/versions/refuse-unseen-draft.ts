/**
 * Publishing with a few fields over a live document would publish a colleague's unfinished draft along with them.
 * Whoever has seen that draft says so with its `updatedAt` or with If-Match, and those are compared elsewhere.
 */
import { APIError, type CollectionBeforeValidateHook, type CollectionSlug } from 'payload'
import { loadMainRow } from './main-row.ts'

/** Refuses it, document by document, where `noteRequest` says that it may happen: 409. */
export const refuseUnseenDraft: CollectionBeforeValidateHook = async ({
  collection,
  context,
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation !== 'update' || !context.mayPublishUnseen) return data
  // Out of the trash it comes with both its texts (`keepPublicText`).
  if (originalDoc.deletedAt && !data?.deletedAt) return data
  const main = await loadMainRow({ req, collection: collection.slug, id: originalDoc.id })
  if (main?._status !== 'published') return data
  const drafts = await req.payload.db.countVersions({
    collection: collection.slug as CollectionSlug,
    req,
    where: {
      and: [
        { parent: { equals: originalDoc.id } },
        { latest: { equals: true } },
        { 'version._status': { equals: 'draft' } },
      ],
    },
  })
  if (drafts.totalDocs === 0) return data
  throw new APIError(
    'This document is public and has a newer draft, which this would publish too. Read it (`GET ?draft=true`), then send ' +
      'its `updatedAt` in the body or its ETag in If-Match along with `"_status": "published"`; `?draft=true` adds to the draft instead.',
    409,
    null,
    true,
  )
}
