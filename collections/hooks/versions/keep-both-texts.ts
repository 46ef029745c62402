/**
 * Into the trash and back with both texts of a document: the public one and a draft over it. Payload makes the
 * newest draft the main row on the way in, so that a restored document would come back with half-done words,
 * and “restore as published” would publish them.
 */
import { setTimeout } from 'node:timers/promises'
import {
  type CollectionAfterChangeHook,
  type CollectionBeforeChangeHook,
  type CollectionSlug,
  saveVersion,
} from 'payload'
import { NO_JOINS } from '../../../database/no-joins.ts'
import { loadNewest, type Newest } from './newest-version.ts'

type Row = {
  [field: string]: unknown
  id: number | string
  deletedAt?: string | null
  _status?: 'draft' | 'published'
}

/** Of what was public, the public text goes into the trash and comes back; must come before what looks at the data. */
export const keepPublicText: CollectionBeforeChangeHook = async ({
  collection,
  context,
  data,
  operation,
  originalDoc,
  req,
}) => {
  // Versions were also saved on the way into the trash; an old text brings back words, not that.
  if (context.isRestoringVersion) return { ...data, deletedAt: null }
  const { id } = (originalDoc ?? {}) as { id?: number | string }
  const isMove = Boolean(originalDoc?.deletedAt) !== Boolean(data.deletedAt)
  if (operation !== 'update' || id === undefined || !isMove) return data
  const main = await req.payload.db.findOne<Row>({
    collection: collection.slug as CollectionSlug,
    req,
    where: { id: { equals: id } },
    joins: NO_JOINS,
  })
  if (main?._status !== 'published') return data
  const newest = await loadNewest({ req, collection: collection.slug, id })
  if (newest?._status === 'draft') drafts(context).set(id, newest)
  const isRestoredAsDraft = !data.deletedAt && data._status === 'draft'
  return { ...main, deletedAt: data.deletedAt, _status: isRestoredAsDraft ? 'draft' : 'published' }
}

/** The draft over it stays the newest version. */
export const keepDraftText: CollectionAfterChangeHook = async ({
  collection,
  context,
  doc,
  operation,
  req,
}) => {
  const draft = operation === 'update' ? drafts(context).get(doc.id) : undefined
  if (!draft) return doc
  drafts(context).delete(doc.id)
  // Versions are told apart by the millisecond.
  await setTimeout(2)
  await saveVersion({
    id: doc.id,
    collection,
    docWithLocales: { ...draft, deletedAt: doc.deletedAt ?? null },
    draft: true,
    operation: 'update',
    payload: req.payload,
    req,
    returning: false,
  })
  return doc
}

type Context = { drafts?: Map<number | string, Newest> }

/** Of one request, which may move several documents. */
function drafts(context: object): Map<number | string, Newest> {
  const own = context as Context
  own.drafts ??= new Map()
  return own.drafts
}
