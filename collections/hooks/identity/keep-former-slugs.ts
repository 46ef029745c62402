import type { CollectionBeforeChangeHook, CollectionSlug, PayloadRequest } from 'payload'
import { lastPublicSlug, loadMainRow } from '../versions/main-row.ts'

/**
 * Remembers the slug under which a document was public when it is published under another. Never one that is
 * another document's now: an older version (or a content file) may still name it.
 */
export const keepFormerSlugs: CollectionBeforeChangeHook = async ({
  collection,
  context,
  data,
  operation,
  originalDoc,
  req,
}) => {
  const own = context.isRestoringVersion ? originalDoc : data
  const given = (own?.formerSlugs ?? []) as string[]
  const without = async (slugs: string[], id?: number | string) =>
    withoutTaken(
      { req, collection: collection.slug, id },
      [...new Set(slugs)].filter((slug) => slug !== data.slug),
    )
  if (data._status !== 'published' || operation === 'create') {
    return { ...data, formerSlugs: await without(given, operation === 'create' ? undefined : originalDoc.id) }
  }
  const place = { req, collection: collection.slug, id: originalDoc.id }
  const main = await loadMainRow(place)
  const before = [...given, ...(main?.formerSlugs ?? [])]
  const last = await lastPublicSlug(place, main)
  if (last && last !== data.slug) before.push(last)
  return { ...data, formerSlugs: await without(before, originalDoc.id) }
}

async function withoutTaken(
  { req, collection, id }: { req: PayloadRequest; collection: string; id: number | string | undefined },
  slugs: string[],
): Promise<string[]> {
  if (slugs.length === 0) return slugs
  const { docs } = await req.payload.db.find<{ id: number | string; slug?: string; _status?: string }>({
    collection: collection as CollectionSlug,
    req,
    where: { and: [{ slug: { in: slugs } }, { _status: { equals: 'published' } }] },
    pagination: false,
    limit: 0,
    select: { slug: true },
  })
  const taken = new Set(docs.filter((doc) => doc.id !== id).map(({ slug }) => slug))
  return slugs.filter((slug) => !taken.has(slug))
}
