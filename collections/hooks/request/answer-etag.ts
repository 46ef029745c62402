import type { CollectionAfterOperationHook } from 'payload'

const ONE_DOCUMENT = new Set(['findByID', 'create', 'updateByID'])

/** One document over REST is answered with an `ETag`, for `If-Match` on the next save (`compareOnSave`). */
export const answerEtag: CollectionAfterOperationHook = ({ collection, operation, req, result }) => {
  const isAsked = req.payloadAPI === 'REST' && req.routeParams?.collection === collection.slug
  const updatedAt = (result as { updatedAt?: unknown } | null)?.updatedAt
  if (!isAsked || !ONE_DOCUMENT.has(operation) || typeof updatedAt !== 'string') return result
  req.responseHeaders = new Headers(req.responseHeaders)
  req.responseHeaders.set('ETag', `"${new Date(updatedAt).toISOString()}"`)
  return result
}
