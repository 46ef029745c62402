/** `/v1/sync`: what a mirror needs, everything once and then what changed (pipelines/channels/delivery/changes.ts). */
import { type Change, type ChangesPage, readChanges } from '../../../pipelines/channels/delivery/changes.ts'
import type { Answer, Context, Route } from './answer.ts'
import type { Parameter } from './parameter.ts'
import { SYNC, withTypes } from './parameters.ts'
import { problemAnswer } from './problem-answer.ts'
import { isAnswer, readQuery, refusal } from './query.ts'
import { readSyncCursor, type SyncCursor, writeSyncCursor } from './sync-cursor.ts'

const DEFAULT_LIMIT = 100
const MAX_BYTES = 5_000_000

/** What somebody follows, and from where; `progress` null: from the beginning. */
export type Followed = { types: readonly string[] | null; progress: SyncCursor['progress'] | null }

/** 400 for the query, 410 for a cursor of another epoch, 503 for one that is ahead of this instance. */
export const sync: Route = ({ path, query }, context) => {
  if (path.length !== 1 || path[0] !== 'sync') return null
  const followed = readFollowed(query, context, SYNC)
  if ('status' in followed) return followed
  const { types, progress } = followed
  const limit = Number(query.get('limit') ?? DEFAULT_LIMIT)
  const part = { types: types ?? context.types, limit, maxBytes: MAX_BYTES }
  const page = readChanges(context.store, progress, part)
  if (page === 'not yet') {
    const detail = 'This instance of Galley is behind that cursor: try again in a moment.'
    return problemAnswer({ status: 503, detail }, { headers: { 'Retry-After': '1' } })
  }
  return { status: 200, body: toBody(page, { epoch: context.epoch(), types }), tags: null }
}

/** From a query of `SYNC` or `CHANGES`; `cursor` there may be given otherwise. */
export function readFollowed(
  query: URLSearchParams,
  { types: known, epoch }: Pick<Context, 'types' | 'epoch'>,
  parameters: readonly Parameter[],
): Followed | Answer {
  const given = readQuery(query, withTypes(parameters, known))
  if (isAnswer(given)) return given
  const types = given.get('types')?.toSorted() ?? null
  const text = given.get('cursor')?.[0]
  if (text === undefined) return { types, progress: null }
  const cursor = readSyncCursor(text, known)
  if (!cursor)
    return refusal({ name: 'cursor' }, text, 'must be a "cursor" of an earlier answer, as it was given')
  if (cursor.epoch !== epoch()) {
    const detail = 'This "cursor" is of another history of the site: start over without it.'
    return problemAnswer({ status: 410, detail, parameter: 'cursor' })
  }
  if (types && types.join() !== (cursor.types ?? known.toSorted()).join()) {
    const why = `is not what the cursor is of (${cursor.types?.join(', ') ?? 'every type'}): start over without it`
    return refusal({ name: 'types' }, types.join(), why)
  }
  return cursor
}

function toBody({ changes, progress, more }: ChangesPage, of: Omit<SyncCursor, 'progress'>): string {
  const cursor = writeSyncCursor({ ...of, progress })
  return `{"data":[${changes.map(changeText).join(',')}],"cursor":"${cursor}","more":${more}}`
}

/** JSON: an item with what it carries, or what is gone. */
export function changeText({ id, type, slug, item }: Change): string {
  return item === null ? JSON.stringify({ op: 'delete', id, type, slug }) : `{"op":"upsert","item":${item}}`
}
