import { type CollectionBeforeChangeHook, ValidationError } from 'payload'
import { loadMainRow } from '../versions/main-row.ts'

/**
 * A date in the future takes what is public now off every channel until then. Nobody means that by a slip of the
 * date picker, so it has to be said: `holdBack: true`.
 */
export const refuseHoldingBack: CollectionBeforeChangeHook = async ({
  collection,
  data,
  operation,
  originalDoc,
  req,
}) => {
  const { holdBack: _, ...rest } = data
  const due = Date.parse(String(data.publishedAt ?? ''))
  const now = Date.now()
  if (operation !== 'update' || data._status !== 'published' || !(due > now) || req.context.holdsBack)
    return rest
  const main = await loadMainRow({ req, collection: collection.slug, id: originalDoc.id })
  const isPublic = main?._status === 'published' && !main.deletedAt
  const since = Date.parse(String(main?.publishedAt ?? ''))
  // With the date that it has already nothing is taken back: it is out, or waits for that very moment.
  if (!isPublic || since > now || since === due) return rest
  const message =
    'This is public now. Publishing it with a date in the future takes it off every channel until then. ' +
    'If you mean that, tick “Take it back until then” (over the API: `"holdBack": true`); else choose a date in the past.'
  throw new ValidationError(
    {
      collection: collection.slug,
      errors: [{ path: 'publishedAt', label: 'Publication date', message }],
      id: originalDoc.id,
      req,
    },
    req.t,
  )
}
