/**
 * Authors write drafts; what is public changes only through an editor. Access functions do not see whether a
 * write is a draft, so the operation itself is looked at, and once more the result.
 */
import { APIError, type CollectionBeforeChangeHook, type CollectionBeforeOperationHook } from 'payload'
import { roleOf } from '../../../src/access.ts'
import { loadMainRow } from '../versions/main-row.ts'
import { isWrite } from './is-write.ts'

type WriteArgs = {
  id?: number | string
  draft?: boolean
  trash?: boolean
  data?: { _status?: string; deletedAt?: unknown }
}

function refuse(): never {
  throw new APIError(
    'Authors write drafts: save this as a draft (`?draft=true`) and ask an editor to publish it. What is public and the trash are for editors.',
    403,
    null,
    true,
  )
}

/** Refuses an author's write that publishes, touches the trash, or changes a published document other than by a draft. */
export const refuseAuthorsOperation: CollectionBeforeOperationHook = async ({
  args,
  collection,
  operation,
  req,
}) => {
  if (!isWrite(operation) || roleOf(req) !== 'author') return args
  const { id, draft, trash, data } = args as WriteArgs
  if (data?._status === 'published' || data?.deletedAt) refuse()
  if (operation === 'update' && trash === true) refuse()
  if (draft === true) return args
  if (operation === 'restoreVersion') refuse()
  if (operation === 'create') return args
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
