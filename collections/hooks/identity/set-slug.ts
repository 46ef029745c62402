/**
 * Slugs: made from the title while the document was never published, kept or typed afterwards, unique among
 * live documents, newest drafts and the trash (a clash that only shows at publication would be too late).
 */
import {
  type CollectionAfterChangeHook,
  type CollectionBeforeValidateHook,
  type CollectionSlug,
  ValidationError,
} from 'payload'
import { type Held, isHeldElsewhere } from '../../../database/held-elsewhere.ts'
import { isNumbered, normalizeSlug, numbered, toSlug } from '../../slug/to-slug.ts'
import { hasBeenPublished, loadMainRow } from '../versions/main-row.ts'

/** `titleField`: the field that an automatic slug is made from. */
export function setSlug(titleField: string): CollectionBeforeValidateHook {
  return async ({ collection, data, operation, originalDoc, req }) => {
    if (!data) return data
    const id: number | string | undefined = operation === 'update' ? originalDoc?.id : undefined
    const place = { req, collection: collection.slug, id }
    const text = (value: unknown) => (typeof value === 'string' ? value : '')
    const baseFor = (title: unknown) => toSlug(text(title)) || `untitled-${text(data.uid).slice(0, 8)}`

    const given = normalizeSlug(text(data.slug))
    const previous = id === undefined ? '' : text(originalDoc?.slug)
    const base = baseFor(data[titleField] ?? originalDoc?.[titleField])

    if (given !== '' && given !== previous) {
      if (await isHeldElsewhere({ ...place, field: 'slug', value: given })) {
        const message = `“${given}” is the slug of another document (perhaps a draft, or in the trash). Choose a different one.`
        throw new ValidationError(
          { collection: collection.slug, errors: [{ path: 'slug', label: 'Slug', message }], id, req },
          req.t,
        )
      }
      return { ...data, slug: given }
    }
    if (given !== '') {
      const isAutomatic = isNumbered(given, baseFor(originalDoc?.[titleField]))
      const isUpToDate = isNumbered(given, base)
      const isKept =
        !isAutomatic || isUpToDate || (id !== undefined && (await hasBeenPublished({ ...place, id })))
      if (isKept) return { ...data, slug: given }
    }
    const slug = await firstFree({ ...place, base })
    return { ...data, slug }
  }
}

async function firstFree({
  base,
  ...place
}: Pick<Held, 'req' | 'collection' | 'id'> & { base: string }): Promise<string> {
  for (let n = 1; ; n++) {
    const slug = numbered(base, n)
    if (!(await isHeldElsewhere({ ...place, field: 'slug', value: slug }))) return slug
  }
}

/**
 * Draft saves write a version only. The main row of a document that was never published still has the slug of
 * a half-typed title, and its unique index would keep that slug from everyone else. After the change: what is
 * refused (in a bulk update, one document of many) must leave nothing behind.
 */
export const followSlugInMainRow: CollectionAfterChangeHook = async ({ collection, doc, operation, req }) => {
  if (operation !== 'update' || doc._status !== 'draft' || !doc.slug) return doc
  const place = { req, collection: collection.slug, id: doc.id }
  const main = await loadMainRow(place)
  if (!main || main.slug === doc.slug || (await hasBeenPublished(place, main))) return doc
  await req.payload.db.updateOne({
    collection: collection.slug as CollectionSlug,
    id: doc.id,
    // No save of its own: the row's stamp stays (null), which tells a lost version (database/heal-versions.ts).
    data: { slug: doc.slug, updatedAt: null },
    req,
    returning: false,
  })
  return doc
}
