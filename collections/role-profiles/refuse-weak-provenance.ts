import { type CollectionBeforeChangeHook, type GlobalSlug, ValidationError } from 'payload'
import { DEFAULT_PROVENANCE_MINIMUM, weaknessOf } from './provenance-gate.ts'

/** The gate: a profile is published only on good sources, whichever way it is published. */
export const refuseWeakProvenance: CollectionBeforeChangeHook = async ({
  collection,
  data,
  originalDoc,
  req,
}) => {
  if (data._status !== 'published') return data
  const settings = (await req.payload.findGlobal({
    slug: 'settings' as GlobalSlug,
    depth: 0,
    req,
    overrideAccess: true,
  })) as { provenanceMinimum?: number | null }
  const message = weaknessOf(
    data.provenance?.scores,
    settings.provenanceMinimum ?? DEFAULT_PROVENANCE_MINIMUM,
  )
  if (message === null) return data
  throw new ValidationError(
    {
      collection: collection.slug,
      id: originalDoc?.id,
      errors: [{ path: 'provenance.scores', message }],
      req,
    },
    req.t,
  )
}
