/**
 * Two people in one document: whoever saves later is told what has changed since they opened it, and nothing is
 * written. A request says what it started from by `If-Match` (RFC 9110 §13.1.1) or by `updatedAt` in its data,
 * which the admin's form always sends. Whoever says neither (an import, a script) is not compared.
 *
 * It runs inside the operation's transaction: atomic on SQLite and on a MongoDB replica set. On a standalone
 * MongoDB two saves in the same few milliseconds can still both pass.
 */
import {
  APIError,
  type CollectionBeforeOperationHook,
  type CollectionSlug,
  type PayloadRequest,
} from 'payload'
import { NO_JOINS } from '../../../database/no-joins.ts'
import { formMark } from '../request/note-request.ts'
import { type Change, changedSince, describeChanges, savedOver } from './changed-since.ts'
import type { Place } from './main-row.ts'
import { loadNewest, type Newest } from './newest-version.ts'

type Args = { id?: number | string; data?: { [field: string]: unknown } }

/**
 * Refuses an update or a deletion by id that starts from another version than the newest: 412 with `If-Match`,
 * 409 with `updatedAt`. The problem's `errors[0].data` is a `Conflict`.
 */
export const compareOnSave: CollectionBeforeOperationHook = async ({ args, collection, operation, req }) => {
  const { id, data } = args as Args
  if (req.payloadAPI !== 'REST' || id === undefined || !['update', 'delete'].includes(operation)) return args
  // Of the request as a whole: what its hooks write besides is not what the client had opened.
  if (req.context.isCompared) return args
  req.context.isCompared = true
  const header = req.headers.get('if-match')
  const body = operation === 'update' ? sentTime(data?.updatedAt) : null
  if (header === null && body === null) return args

  const newest = await loadNewest({ req, collection: collection.slug, id })
  if (!newest) return args
  const now = Date.parse(newest.updatedAt)
  if (header !== null) {
    if (header.trim() === '*') return args
    // A proxy that compresses makes the tag a weak one; it still names the version.
    const times = header.split(',').map((tag) => toTime(tag.trim().replace(/^(?:W\/)?"(.*)"$/, '$1')))
    if (times.includes(now)) return args
    throw conflict(
      412,
      await compare({ collection: collection.slug, id, since: times[0] ?? null, newest, data, req }),
    )
  }
  const isOwnForm = newest.editedIn !== null && formMark(data?.editedIn) === newest.editedIn
  if (body === now || isOwnForm) return args
  // The admin's “Revert to published” sends what is public, which the draft over it is newer than: it stays a version.
  if (await isWhatIsPublic({ collection: collection.slug, id, data, newest, req })) return args
  throw conflict(409, await compare({ collection: collection.slug, id, since: body, newest, data, req }))
}

/** Whether the save would publish what is public already: Payload fills in from the newest draft what was not sent. */
async function isWhatIsPublic(place: Place & { data: Args['data']; newest: Newest }): Promise<boolean> {
  const { collection, id, data = {}, newest, req } = place
  if (data._status !== 'published') return false
  const { config } = req.payload.collections[collection as CollectionSlug]
  const main = await req.payload.db.findOne<{ id: number | string; updatedAt: string }>({
    collection: config.slug as CollectionSlug,
    req,
    where: { and: [{ id: { equals: id } }, { _status: { equals: 'published' } }] },
    joins: NO_JOINS,
  })
  if (!main || toTime(data.updatedAt) !== Date.parse(main.updatedAt)) return false
  const fields = config.flattenedFields
  return changedSince(fields, main, savedOver(fields, newest, data)).length === 0
}

/** `basis`: what `changed` compares with the newest version: what was opened, or (when that is gone) what was sent. */
export type Conflict = {
  changed: Change[]
  basis: 'opened' | 'sent'
  by: string
  at: string
  updatedAt: string
}

async function compare(options: {
  collection: string
  id: number | string
  since: number | null
  newest: Newest
  data: Args['data']
  req: PayloadRequest
}): Promise<Conflict> {
  const { collection, id, since, newest, data = {}, req } = options
  const fields = req.payload.collections[collection as CollectionSlug].config.flattenedFields
  const opened = since === null ? null : await loadVersion({ req, collection, id, since })
  const changed = opened
    ? changedSince(fields, opened, newest)
    : changedSince(fields, data, newest, new Set(Object.keys(data)))
  const { editedBy: by, updatedAt } = newest
  return { changed, basis: opened ? 'opened' : 'sent', by: by ?? '', at: updatedAt, updatedAt }
}

/** The version that was the newest at `since` (ms); null when an autosave or the limit of versions has replaced it. */
async function loadVersion(options: {
  req: PayloadRequest
  collection: string
  id: number | string
  since: number
}): Promise<{ [field: string]: unknown } | null> {
  const { req, collection, id, since } = options
  const { docs } = await req.payload.db.findVersions<{ [field: string]: unknown }>({
    collection: collection as CollectionSlug,
    req,
    limit: 1,
    pagination: false,
    where: {
      and: [{ parent: { equals: id } }, { 'version.updatedAt': { equals: new Date(since).toISOString() } }],
    },
  })
  return docs[0]?.version ?? null
}

/** The message reads well in the admin, which makes a list of what follows its first colon. */
function conflict(status: 409 | 412, found: Conflict): APIError {
  const who = found.by || 'Somebody'
  const what =
    found.changed.length > 0
      ? `${found.basis === 'opened' ? 'What changed' : 'What differs from yours'}: ${describeChanges(found.changed, found.basis)}`
      : 'It was saved again without a change of words.'
  const message =
    `Not saved. ${who} has saved this document ${ago(found.at)}, after you opened it. Your words are only in ` +
    `your form now. Copy what you want to keep and load the document again. ${what}`
  return new APIError(message, status, found as never, true)
}

function ago(at: string): string {
  const seconds = Math.max(0, Math.round((Date.now() - Date.parse(at)) / 1000))
  if (seconds < 60) return 'less than a minute ago'
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return minutes === 1 ? 'a minute ago' : `${minutes} minutes ago`
  return `on ${new Date(at).toISOString().slice(0, 10)}`
}

/** Null: none was sent. What is no date must not pass for one that was compared. */
function sentTime(given: unknown): number | null {
  const time = toTime(given)
  if (time !== null || given === undefined || given === null || given === '') return time
  const message =
    '`updatedAt` says which version you have seen: send it as you were given it, or leave it out.'
  throw new APIError(message, 400, null, true)
}

function toTime(given: unknown): number | null {
  if (typeof given !== 'string' || given === '') return null
  const time = Date.parse(given)
  return Number.isNaN(time) ? null : time
}
