import type { CollectionSlug } from 'payload'
import { collectReferences } from '../collections/hooks/shown/collect-references.ts'
import type { ContentItem } from '../pipelines/content-item.ts'
import type { PublishedDocument } from '../pipelines/content-type.ts'
import { type DeriveOptions, deriveUnsaved } from '../pipelines/publish/derive.ts'
import type { UnsavedForm } from '../pipelines/publish/unsaved.ts'

/** The item that publishing a form would make, from its fields as they stand; null for what is no type of content. */
export async function unsavedItem(
  options: DeriveOptions,
  { collection, data, req }: UnsavedForm,
): Promise<ContentItem | null> {
  const type = options.types.get(collection)
  const config = options.payload.collections[collection as CollectionSlug]?.config
  if (!type || !config) return null
  const now = new Date().toISOString()
  const uid = typeof data.uid === 'string' && data.uid !== '' ? data.uid : 'unsaved'
  const fields = { publishedAt: now, ...data, uid, updatedAt: now }
  const document = await collectReferences({
    collection: config,
    data: fields,
    req,
    operation: 'update',
    context: req.context,
  })
  return { ...(await deriveUnsaved(options, type, document as PublishedDocument)), updatedAt: now }
}
