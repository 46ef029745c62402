import type { CollectionBeforeChangeHook, CollectionBeforeOperationHook } from 'payload'
import { isWrite } from './is-write.ts'

/** What the request itself says: later, Payload has filled in what the document had before. */
export const noteForm: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (!isWrite(operation)) return args
  const given = (args as { data?: { editedIn?: unknown } }).data?.editedIn
  req.context.editedIn = formMark(given)
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

/** Writes down who saves this version, and in which form of the admin; empty for what no form sent. */
export const noteEditor: CollectionBeforeChangeHook = ({ data, req }) => ({
  ...data,
  editedBy: req.user ? String((req.user as { name?: string }).name || req.user.email || '') : '',
  editedIn: req.context.editedIn ?? null,
})
