import type { CollectionBeforeOperationHook, PayloadRequest } from 'payload'
import { isWrite } from './is-write.ts'

type Write = { id?: number | string; draft?: boolean; data?: { [field: string]: unknown } }

/**
 * Keeps in `req.context` what the request itself says: later, Payload has filled in what the document had before.
 * Noted are `editedIn` (the form that saves), `holdsBack` (an answer to one question, not a part of the document)
 * and `mayPublishUnseen` (a publication over REST could meet a draft that its writer does not know).
 */
export const noteRequest: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  // A hook that reads with this request does not speak for it.
  if (!isWrite(operation)) return args
  const write = args as Write
  req.context.editedIn = formMark(write.data?.editedIn)
  req.context.holdsBack = write.data?.holdBack === true
  req.context.mayPublishUnseen =
    req.payloadAPI === 'REST' &&
    operation === 'update' &&
    write.data?._status === 'published' &&
    !hasSeen(write, req)
  return args
}

/**
 * What is kept of a form's identity; null for none. Not the identity itself: a program that reads a document and
 * sends it back whole would otherwise speak as the form that saved last.
 */
export function formMark(identity: unknown): string | null {
  if (typeof identity !== 'string') return null
  // What follows is for the form alone (src/admin/form-identity.tsx).
  const [own = ''] = identity.split(':')
  return own === '' ? null : `by ${own}`.slice(0, 64)
}

/** `draft=true` with a query and nothing but the status is the admin's “Publish” in a list: the drafts themselves are meant. */
function hasSeen({ id, draft, data = {} }: Write, req: PayloadRequest): boolean {
  if (id !== undefined) return Boolean(data.updatedAt) || req.headers.has('if-match')
  return draft === true && Object.keys(data).every((field) => ['_status', 'deletedAt'].includes(field))
}
