import type { CollectionBeforeChangeHook } from 'payload'
import { hasBeenPublished, loadMainRow } from './main-row.ts'

/** Remembers the slug under which a document was public when it is published under another. */
export const keepFormerSlugs: CollectionBeforeChangeHook = async ({
  collection,
  data,
  operation,
  originalDoc,
  req,
}) => {
  const given = (data.formerSlugs ?? []) as string[]
  if (data._status !== 'published' || operation === 'create') {
    return { ...data, formerSlugs: given.filter((slug) => slug !== data.slug) }
  }
  const place = { req, collection: collection.slug, id: originalDoc.id }
  const main = await loadMainRow(place)
  const before = [...given, ...(main?.formerSlugs ?? [])]
  if (main?.slug && main.slug !== data.slug && (await hasBeenPublished(place, main))) before.push(main.slug)
  return { ...data, formerSlugs: [...new Set(before)].filter((slug) => slug !== data.slug) }
}
