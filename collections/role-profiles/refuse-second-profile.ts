import { type CollectionBeforeChangeHook, type CollectionSlug, ValidationError } from 'payload'
import { NO_JOINS } from '../../database/no-joins.ts'

/** There is one profile for each family, level and version; trashed ones do not count. */
export const refuseSecondProfile: CollectionBeforeChangeHook = async ({
  collection,
  data,
  operation,
  originalDoc,
  req,
}) => {
  const { family, level, profileVersion } = data
  if (!family || !level || typeof profileVersion !== 'number') return data
  const id: number | string | undefined = operation === 'update' ? originalDoc?.id : undefined
  const options = {
    collection: collection.slug as CollectionSlug,
    req,
    limit: 1,
    pagination: false,
    joins: NO_JOINS,
  } as const
  const same = (prefix: string) => [
    { [`${prefix}family`]: { equals: family } },
    { [`${prefix}level`]: { equals: level } },
    { [`${prefix}profileVersion`]: { equals: profileVersion } },
    { [`${prefix}deletedAt`]: { exists: false } },
  ]
  const others = (field: string) => (id === undefined ? [] : [{ [field]: { not_equals: id } }])
  const rows = await req.payload.db.find<{ id: number | string; title?: string }>({
    ...options,
    where: { and: [...same(''), ...others('id')] },
  })
  const drafts = await req.payload.db.findVersions<{ id: number | string; title?: string }>({
    ...options,
    where: { and: [...same('version.'), { latest: { equals: true } }, ...others('parent')] },
  })
  const other = rows.docs[0] ?? drafts.docs[0]?.version
  if (!other) return data
  const message = `Version ${profileVersion} of this family and level already exists: “${other.title ?? 'untitled'}”. Use another version number, or change that one.`
  throw new ValidationError(
    { collection: collection.slug, id, errors: [{ path: 'profileVersion', message }], req },
    req.t,
  )
}
