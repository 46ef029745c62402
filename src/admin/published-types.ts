import type { Payload, SanitizedCollectionConfig } from 'payload'

/** Types that are written as drafts and published, in the order of the menu. */
export function publishedTypes(payload: Payload): SanitizedCollectionConfig[] {
  return payload.config.collections.filter(({ versions }) => versions?.drafts)
}
