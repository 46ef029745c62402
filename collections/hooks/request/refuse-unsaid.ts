import { APIError, type CollectionBeforeOperationHook } from 'payload'
import { unsaidIn, type Write } from './unsaid.ts'

/**
 * A program that changes one field of a live document without saying how would take a colleague's unfinished
 * draft into the live row and unpublish it: Payload starts from the newest draft and keeps its status.
 */
export const refuseUnsaid: CollectionBeforeOperationHook = ({ args, operation }) => {
  const unsaid = unsaidIn({ ...(args as Omit<Write, 'operation'>), operation })
  if (unsaid) throw new APIError(unsaid, 400, null, true)
  return args
}
