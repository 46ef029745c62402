import type { CollectionSlug, Payload, Where } from 'payload'

/** Which rows of a type are public, but for their time: published (where there are drafts) and not in the trash. */
export function publicRows(payload: Payload, type: string): Where[] {
  const config = payload.collections[type as CollectionSlug]?.config
  return [
    ...(config?.versions?.drafts ? [{ _status: { equals: 'published' } }] : []),
    ...(config?.trash ? [{ deletedAt: { exists: false } }] : []),
  ]
}
