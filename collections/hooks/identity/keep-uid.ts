import type { CollectionBeforeValidateHook } from 'payload'

/** Gives a new document its `uid` (or keeps the one that an import brings) and never lets it change again. */
export const keepUid: CollectionBeforeValidateHook = ({ data, operation, originalDoc }) => {
  if (!data) return data
  const kept: unknown = operation === 'update' ? originalDoc?.uid : undefined
  const uid = [kept, data.uid].find((value) => typeof value === 'string' && value !== '')
  return { ...data, uid: uid ?? crypto.randomUUID() }
}
