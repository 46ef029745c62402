/** One file into the database: made, changed, or left as it is. */
import type { CollectionSlug, Payload } from 'payload'
import type { Seen } from '../../collections/hooks/versions/refuse-stale.ts'
import { turnFor, wholeOperation } from '../../database/whole-operation.ts'
import type { ContentFile } from './content-file.ts'
import type { Desk, Document, Status } from './desk.ts'
import { planSave, withIdentity } from './plan-save.ts'
import { targetsFor } from './targets.ts'
import { type Data, type Id, toPartialData } from './to-data.ts'

export type Outcome = 'created' | 'updated' | 'unchanged'

/**
 * Makes the document with what can be said already, as a draft, so that others can point to it.
 * @throws what Payload throws.
 */
export async function saveStub(file: ContentFile, desk: Desk): Promise<void> {
  const targets = await targetsFor(file, undefined, desk)
  const data = toPartialData(file.values, file.type.fields, targets)
  await create(file, withIdentity(file, data), 'draft', desk)
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
  const { collection } = file.type
  const listed = existing.get(file)
  const plan = await planSave(file, status, desk)
  if (plan.action === 'unchanged') return 'unchanged'
  if (plan.action === 'create') {
    await create(file, plan.data, status, desk)
    return 'created'
  }
  const { newest } = plan
  const seen = { id: newest.id, at: String(newest.updatedAt) }
  const saved = await update(payload, collection, newest.id, plan.data, status, { seen })
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
  const { slug } = file
  const document = (await wholeOperation(payload.db, `import ${collection}`, () =>
    payload.create({
      collection: collection as CollectionSlug,
      data: { ...data, _status: status } as never,
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
