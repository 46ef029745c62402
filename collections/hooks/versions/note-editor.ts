import type { CollectionBeforeChangeHook } from 'payload'

/** Writes down who saves this version, and in which form of the admin; empty for what no form sent. */
export const noteEditor: CollectionBeforeChangeHook = ({ data, req }) => ({
  ...data,
  editedBy: req.user ? String((req.user as { name?: string }).name || req.user.email || '') : '',
  editedIn: req.context.editedIn ?? null,
})
