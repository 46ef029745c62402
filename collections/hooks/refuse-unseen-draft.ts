/**
 * Publishing with a few fields over a live document would publish a colleague's unfinished draft along with them.
 * Whoever has seen that draft says so with its `updatedAt` or with If-Match, and those are compared elsewhere.
 */
import {
  APIError,
  type CollectionBeforeOperationHook,
  type CollectionBeforeValidateHook,
  type CollectionSlug,
  type PayloadRequest,
} from 'payload'
import { loadMainRow } from './main-row.ts'

type Update = { id?: number | string; draft?: boolean; data?: { [field: string]: unknown } }

/** Notes, for `refuseUnseenDraft`, whether a publication over REST could meet a draft that its writer does not know. */
export const noteUnseen: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  const update = args as Update
  req.context.mayPublishUnseen =
    req.payloadAPI === 'REST' &&
    operation === 'update' &&
    update.data?._status === 'published' &&
    !hasSeen(update, req)
  return args
}

/** `draft=true` with a query and nothing but the status is the admin's “Publish” in a list: the drafts themselves are meant. */
function hasSeen({ id, draft, data = {} }: Update, req: PayloadRequest): boolean {
  if (id !== undefined) return Boolean(data.updatedAt) || req.headers.has('if-match')
  return draft === true && Object.keys(data).every((field) => ['_status', 'deletedAt'].includes(field))
}

/** Refuses it, document by document: 409. */
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
