/**
 * Authors write drafts; what is public changes only through an editor. Access functions do not see whether a
 * write is a draft, so the operation itself is looked at, and once more the result.
 */
import { APIError, type CollectionBeforeChangeHook, type CollectionBeforeOperationHook } from 'payload'
import { roleOf } from '../../src/access.ts'
import { loadMainRow } from './main-row.ts'

type WriteArgs = { id?: number | string; draft?: boolean; data?: { _status?: string } }

function refuse(): never {
  throw new APIError(
    'Authors write drafts: save this as a draft and ask an editor to publish it.',
    403,
    null,
    true,
  )
}

/** Refuses an author's write that publishes, or that would change a published document other than by a draft. */
export const refuseAuthorsOperation: CollectionBeforeOperationHook = async ({
  args,
  collection,
  operation,
  req,
}) => {
  const { id, draft, data } = args as WriteArgs
  req.context.savesDraft = draft === true
  if (roleOf(req) !== 'author') return args
  if (data?._status === 'published') refuse()
  if (draft === true) return args
  if (operation === 'restoreVersion') refuse()
  if (operation !== 'update') return args
  // An update by a query could meet a published document.
  if (id === undefined) refuse()
  const main = await loadMainRow({ req, collection: collection.slug, id })
  if (main?._status === 'published') refuse()
  return args
}

/** Whatever the way here: an author's document does not come out published (duplicates, for one). */
export const refuseAuthorsPublishing: CollectionBeforeChangeHook = ({ context, data, req }) => {
  if (roleOf(req) === 'author' && data._status === 'published' && !context.isRestoringVersion) refuse()
  return data
}
