/**
 * Reading the store as a mirror does: everything once, by id, then what changed, in the order of the ledger. How far
 * somebody has read (`Progress`) means the same on every instance that has come as far: docs/adr/0012.
 */
import { textOf } from './find.ts'
import { followers } from './followers.ts'
import { floorOf, isWhole } from './holes.ts'
import { FORM, type Store } from './store.ts'

export type Progress = {
  /** Of the store that was read (store.ts). */
  form: number
  /** Whatever changed up to this entry is known; with `id`: of this entry's changes those up to that item only. */
  seq: number
  id: string | null
  /** Everything is gone through by id, up to `after`; `seq`: when that began. */
  walk: Walk | null
}

/** `since`: items gone since that entry are said too, and what cannot have changed is left out; null: live ones only. */
export type Walk = { after: string; since: number | null }

export type Change = {
  id: string
  type: string
  slug: string
  /** The item as it is given out, JSON; null: it is gone. */
  item: string | null
  /** Of who has read this one. */
  progress: Progress
}

/** `more`: there is more to read at once. */
export type ChangesPage = { changes: Change[]; progress: Progress; more: boolean }

/** `types`: of what; `limit`: the most items; `maxBytes`: about as many bytes, and at least one item. */
export type Part = { types: readonly string[]; limit: number; maxBytes: number }

type Row = [id: string, type: string, slug: string, live: number, item: string | null, carried: string]
type Read = { row: Row; progress: Progress }

/** Rows read at a time. */
const CHUNK = 50

/**
 * What comes after `from`; null: from the beginning. `not yet`: this instance is behind, or itself reads what others
 * know; it could only lead back.
 */
export function readChanges(store: Store, from: Progress | null, part: Part): ChangesPage | 'not yet' {
  const { epoch, seq, generation } = store.position()
  if (epoch === '' || !isWhole(store) || (from && from.seq > seq)) return 'not yet'
  const start = from ? asHere(from, floorOf(store), seq) : walkFrom(seq, null)
  const { walk } = start
  const rows = walk ? walked(store, start, walk, part.types) : changed(store, start, seq, part.types)
  const { changes, isEnd } = take(rows, part)
  // Another process may have begun anew meanwhile, and what is missing must not count as read.
  if (store.position().generation !== generation) return 'not yet'
  const end = { form: FORM, seq: walk ? start.seq : seq, id: null, walk: null }
  if (isEnd) return { changes, progress: end, more: end.seq < seq }
  return { changes, progress: changes.at(-1)?.progress ?? start, more: true }
}

/** Of who knows everything at the store's position. */
export function presentProgress(store: Store): Progress {
  return { form: FORM, seq: store.position().seq, id: null, walk: null }
}

const walkFrom = (seq: number, since: number | null): Progress => ({
  form: FORM,
  seq,
  id: null,
  walk: { after: '', since },
})

/** What items carry may be another in another form, or have been another up to the floor: then all of it is said again. */
function asHere(from: Progress, floor: number, seq: number): Progress {
  if (from.form !== FORM) return walkFrom(seq, 0)
  const isBelow = from.seq < floor || (from.seq === floor && from.id !== null)
  return from.walk === null && isBelow ? walkFrom(seq, from.seq) : from
}

/** Ids begin with their type, so each type is a range of them. */
function* walked(store: Store, start: Progress, walk: Walk, types: readonly string[]): Generator<Read> {
  const carriers = followers.flatMap((follower) => follower.carriers)
  const since = walk.since ?? Number.MAX_SAFE_INTEGER
  for (const first of types.map((type) => `${type}:`).toSorted()) {
    const type = first.slice(0, -1)
    const isAll = walk.since === null || carriers.includes(type)
    let after = walk.after > first ? walk.after : first
    for (let isEnd = after >= `${type};`; !isEnd; ) {
      const rows = store
        .sql<Row>(
          `SELECT id, type, slug, live, item, carried FROM items
           WHERE id > ? AND id < ? AND (${isAll ? 'live = 1 OR ' : ''}+changed >= ?) ORDER BY id LIMIT ${CHUNK}`,
        )
        .all(after, `${type};`, since)
      for (const row of rows) {
        after = row[0]
        yield { row, progress: { ...start, walk: { ...walk, after } } }
      }
      isEnd = rows.length < CHUNK
    }
  }
}

/** Up to entry `last`: what another process writes meanwhile is read next time. */
function* changed(store: Store, start: Progress, last: number, types: readonly string[]): Generator<Read> {
  let [seq, id] = start.id === null ? [start.seq + 1, ''] : [start.seq, start.id]
  for (;;) {
    const keys = types
      .flatMap((type) =>
        store
          .sql<[number, string]>(
            `SELECT changed, id FROM items
             WHERE type = ? AND (changed, id) > (?, ?) AND changed <= ? ORDER BY changed, id LIMIT ${CHUNK}`,
          )
          .all(type, seq, id, last),
      )
      .sort(([aSeq, a], [bSeq, b]) => aSeq - bSeq || (a < b ? -1 : 1))
      .slice(0, CHUNK)
    for ([seq, id] of keys) {
      const row = store.sql<Row>('SELECT id, type, slug, live, item, carried FROM items WHERE id = ?').get(id)
      if (row) yield { row, progress: { form: FORM, seq, id, walk: null } }
    }
    if (keys.length < CHUNK) return
  }
}

function take(rows: Iterable<Read>, { limit, maxBytes }: Part): { changes: Change[]; isEnd: boolean } {
  const changes: Change[] = []
  let bytes = 0
  for (const { row, progress } of rows) {
    const [id, type, slug, live, item, carried] = row
    const words = live === 1 && item !== null ? textOf(item, carried) : null
    bytes += Buffer.byteLength(words ?? '')
    if (changes.length === limit || (changes.length > 0 && bytes > maxBytes)) return { changes, isEnd: false }
    changes.push({ id, type, slug, item: words, progress })
  }
  return { changes, isEnd: true }
}
