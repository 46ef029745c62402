import { APIError, type CollectionBeforeChangeHook } from 'payload'

/** What a caller of the local API has read before it saves: `at` is the `updatedAt` of the newest version. */
export type Seen = { seen?: { id: number | string; at: string } }

/**
 * With `context.seen`: refuses to save over what somebody else has saved since. Payload reads the newest version in
 * the transaction that writes, so that nothing comes in between.
 */
export const refuseStale: CollectionBeforeChangeHook = ({ context, data, operation, originalDoc }) => {
  const { seen } = context as Seen
  if (operation !== 'update' || !seen || originalDoc?.id !== seen.id || originalDoc.updatedAt === seen.at)
    return data
  const message = 'somebody else has saved this document at the same time: nothing was changed, import again'
  throw new APIError(message, 409, null, true)
}
