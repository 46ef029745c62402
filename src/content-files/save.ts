/** One file into the database: made, changed, or left as it is. */
import type { CollectionSlug, Payload } from 'payload'
import type { Seen } from '../../collections/hooks/refuse-stale.ts'
import { turnFor, wholeOperation } from '../../database/whole-operation.ts'
import { documentsIn } from '../../pipelines/rich-text/documents.ts'
import { fromLexical } from '../../pipelines/rich-text/from-lexical.ts'
import type { Catalogue, Listed } from './catalogue.ts'
import type { ContentFile, GivenPicture } from './content-file.ts'
import type { Names } from './from-data.ts'
import { refuseOverDraft } from './over-draft.ts'
import type { PictureFile } from './picture-file.ts'
import type { Pictures, StoredPicture } from './pictures.ts'
import { differences } from './same.ts'
import { type Data, type Id, type Targets, toData, toPartialData } from './to-data.ts'

export type Desk = {
  payload: Payload
  catalogue: Catalogue
  pictures: Pictures
  pictureFiles: ReadonlyMap<GivenPicture, PictureFile>
  /** The document of each file that has one. */
  existing: Map<ContentFile, Listed>
}

export type Outcome = 'created' | 'updated' | 'unchanged'
export type Status = 'draft' | 'published'
export type Document = Data & { id: Id; uid: string; slug: string; _status?: Status }

/**
 * Makes the document with what can be said already, as a draft, so that others can point to it.
 * @throws what Payload throws.
 */
export async function saveStub(file: ContentFile, desk: Desk): Promise<void> {
  const targets = await targetsFor(file, undefined, desk)
  await create(file, toPartialData(file.values, file.type.fields, targets), 'draft', desk)
}

/** Takes a stub away whose file did not go in, unless a document that did points to it. */
export async function removeStub(
  { type: { collection }, slug }: ContentFile,
  saved: ReadonlySet<ContentFile>,
  { payload, catalogue }: Desk,
): Promise<void> {
  const listed = catalogue.bySlug(collection, slug)
  const isNeeded = [...saved].some(({ references }) =>
    references.some((one) => one.collection === collection && one.slug === slug),
  )
  if (!listed || isNeeded) return
  await payload.delete({ collection: collection as CollectionSlug, id: listed.id, overrideAccess: true })
  catalogue.remove(collection, listed)
}

/**
 * Brings the document to what the file says.
 * @throws Refusal, MissingTarget, and what Payload throws.
 */
export async function saveFile(file: ContentFile, status: Status, desk: Desk): Promise<Outcome> {
  const { payload, existing, catalogue } = desk
  const listed = existing.get(file)
  const { collection, fields } = file.type
  const newest = listed ? await load(payload, collection, listed.id, true) : undefined
  const data = toData(file.values, fields, await targetsFor(file, newest, desk))
  if (!newest) {
    await create(file, data, status, desk)
    return 'created'
  }
  const names = namesFor(desk)
  const changed = differences(data, newest, fields, names)
  if (newest.slug !== file.slug) changed.push('slug')
  const isDraft = newest._status !== 'published'
  if (changed.length === 0 && (status === 'draft' || !isDraft)) return 'unchanged'
  if (status === 'published' && isDraft) {
    const live = listed?.isLive ? await load(payload, collection, newest.id, false) : undefined
    refuseOverDraft({ file, changed, newest, live, names })
  }
  if (Array.isArray(data.formerSlugs)) {
    data.formerSlugs = [
      ...new Set([...((newest.formerSlugs ?? []) as string[]), ...(data.formerSlugs as string[])]),
    ]
  }
  const seen = { id: newest.id, at: String(newest.updatedAt) }
  const saved = await update(payload, collection, newest.id, { ...data, slug: file.slug }, status, { seen })
  // A slug that was made from the old title is made again from the new one, unless it is said once more.
  if (saved.slug !== file.slug) await update(payload, collection, newest.id, { slug: file.slug }, status)
  const isLive = status === 'published' || Boolean(listed?.isLive)
  const mainSlug = status === 'published' || !listed ? file.slug : listed.mainSlug
  const { id, uid } = newest
  const now = { id, uid, slug: file.slug, mainSlug, isLive, isTrashed: false }
  catalogue.add(collection, now)
  existing.set(file, now)
  return 'updated'
}

async function create(file: ContentFile, data: Data, status: Status, desk: Desk): Promise<void> {
  const { payload, catalogue, existing } = desk
  const { collection } = file.type
  const { slug, uid } = file
  const document = (await wholeOperation(payload.db, `import ${collection}`, () =>
    payload.create({
      collection: collection as CollectionSlug,
      data: { ...data, slug, ...(uid === undefined ? {} : { uid }), _status: status } as never,
      draft: (status === 'draft') as never,
      depth: 0,
      overrideAccess: true,
    }),
  )) as unknown as Document
  const listed = {
    id: document.id,
    uid: document.uid,
    slug,
    mainSlug: slug,
    isLive: status === 'published',
    isTrashed: false,
  }
  catalogue.add(collection, listed)
  existing.set(file, listed)
}

async function update(
  payload: Payload,
  collection: string,
  id: Id,
  data: Data,
  status: Status,
  context: Seen = {},
): Promise<Document> {
  return (await wholeOperation(payload.db, turnFor(payload.db, collection, id), () =>
    payload.update({
      collection: collection as CollectionSlug,
      id,
      data: { ...data, _status: status } as never,
      draft: (status === 'draft') as never,
      depth: 0,
      overrideAccess: true,
      context: { ...context },
    }),
  )) as unknown as Document
}

/** The newest version, or (`draft: false`) the main row. */
export async function load(payload: Payload, collection: string, id: Id, draft: boolean): Promise<Document> {
  return (await payload.findByID({
    collection: collection as CollectionSlug,
    id,
    draft: draft as never,
    depth: 0,
    joins: false as never,
    overrideAccess: true,
  })) as unknown as Document
}

/** Finds (or uploads) the file's pictures; slugs are looked up as they are asked for. */
export async function targetsFor(
  file: ContentFile,
  newest: Document | undefined,
  desk: Desk,
): Promise<Targets> {
  const { pictures, pictureFiles, catalogue } = desk
  const inBody = documentsIn(fromLexical(newest?.body)).flatMap(({ collection, ref }) =>
    collection === 'media' ? [ref] : [],
  )
  const found = new Map<string, StoredPicture>()
  for (const use of file.pictures) {
    const pictureFile = pictureFiles.get(use.picture)
    if (!pictureFile) continue
    const stored = use.key
      ? await pictures.forField(use.picture, pictureFile, (newest?.[use.key] ?? null) as Id | null)
      : await pictures.forBody(use.picture, pictureFile, inBody)
    found.set(keyOfPicture(use.picture, use.key === undefined), stored)
  }
  return {
    document: (collection, slug) => catalogue.bySlug(collection, slug)?.id,
    picture: (picture, isInBody) => found.get(keyOfPicture(picture, isInBody)),
  }
}

function keyOfPicture({ src, alt, credit, focalPoint }: GivenPicture, inBody: boolean): string {
  return JSON.stringify([inBody, src, alt, credit, focalPoint])
}

/** For comparing: ids stand for themselves; what is gone is left out. */
export function namesFor({ catalogue, pictures }: Desk): Names {
  return {
    slug(collection, id) {
      const listed = catalogue.byId(collection, id)
      return listed && !listed.isTrashed ? String(id) : undefined
    },
    picture(id) {
      const stored = pictures.byId(id)
      return stored && { src: String(id), ...(stored.alt ? { alt: stored.alt } : {}) }
    },
  }
}
