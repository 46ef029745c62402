import { type CollectionAfterChangeHook, enforceMaxVersions } from 'payload'

/** A document keeps this many; the oldest go first. */
export const KEPT_VERSIONS = 50

/**
 * In the place of Payload's own `maxPerDoc`, which looks for the fifty-first version of what was just created too:
 * a tenth of the time of an import.
 */
export const forgetOldVersions: CollectionAfterChangeHook = async ({ collection, doc, operation, req }) => {
  if (operation === 'update')
    await enforceMaxVersions({ collection, id: doc.id, max: KEPT_VERSIONS, payload: req.payload, req })
  return doc
}
