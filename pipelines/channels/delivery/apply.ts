/** Brings entries of the ledger into the read model, and says which answers they make stale. */
import type { ContentItem } from '../../content-item.ts'
import { isCompacted, type LedgerEntry } from '../../ledger/entry.ts'
import { pictureFilesOf } from '../../picture-files.ts'
import { headingsOf } from './contents.ts'
import { followers } from './followers.ts'
import { closeHole, openHole } from './holes.ts'
import { type Columns, columnsOf, listsOf } from './places.ts'
import type { Store } from './store.ts'

/** What has changed: the position that is reached, and the tags of everything that is stale now. */
export type Applied = { seq: number; tags: Set<string> }

/** Tags beside lists (places.ts): one item, an address of the API, and all counts of types. */
export const itemTag = (id: string) => `item ${id}`
export const addressTag = (type: string, slug: string) => `at ${type}/${slug}`
export const COUNTS_TAG = 'counts'

type Before = { live: boolean; slug: string; item: ContentItem | null }

/**
 * Applies entries in their order, in one transaction; those that the store has seen change nothing. Entries may be
 * missing in between only where a later one of the same item stands (compaction). `generation`: of the rows that they
 * were read for; nothing is changed when another process has begun anew since, which they would leave a gap in.
 */
export function applyEntries(
  store: Store,
  entries: readonly LedgerEntry[],
  generation = store.position().generation,
): Applied {
  return store.write(() => {
    const position = store.position()
    const tags = new Set<string>()
    let { seq } = position
    if (position.generation !== generation) return { seq, tags }
    for (const entry of entries) {
      if (entry.seq <= seq) continue
      applyEntry(store, entry, tags)
      seq = entry.seq
    }
    store.setPosition({ ...position, seq })
    return { seq, tags }
  })
}

function applyEntry(store: Store, entry: LedgerEntry, tags: Set<string>): void {
  const { itemId: id, type, slug, seq, action } = entry
  store.sql('INSERT OR IGNORE INTO addresses (type, slug, id) VALUES (?, ?, ?)').run(type, slug, id)
  tags.add(addressTag(type, slug))
  if (isCompacted(entry)) {
    openHole(store, id)
    return
  }
  const before = readBefore(store, id)
  const after = action === 'unpublished' ? null : entry.item
  const columns = after && columnsOf(after)
  const n = saveRow(store, entry, after, columns)
  const lists = movePlaces(store, id, after, columns)
  saveFiles(store, id, after)
  for (const stale of [
    ...lists,
    itemTag(id),
    ...[slug, before?.slug, ...(before?.item?.formerSlugs ?? []), ...(after?.formerSlugs ?? [])].flatMap(
      (one) => (one === undefined ? [] : [addressTag(type, one)]),
    ),
    ...(before?.live === (after !== null) ? [] : [COUNTS_TAG]),
  ])
    tags.add(stale)
  const change = { id, n, seq, before: before?.live ? before.item : null, after }
  const carried = new Map<string, Carried>()
  for (const follower of followers)
    follower.follow(store, change, (at, name, json) => carried.set(at, { ...carried.get(at), [name]: json }))
  for (const [at, values] of carried) saveCarried(store, { id: at, values, seq }, tags)
  closeHole(store, id, seq)
}

/** JSON by name; null: nothing. */
type Carried = { [name: string]: string | null }

/** Between members of what is carried: a tab stands in no JSON as it is written here, so they come apart without being read. */
const BETWEEN = ',\t'

function readBefore(store: Store, id: string): Before | null {
  const row = store
    .sql<[number, string, string | null]>('SELECT live, slug, item FROM items WHERE id = ?')
    .get(id)
  if (!row) return null
  const [live, slug, item] = row
  return { live: live === 1, slug, item: item === null ? null : (JSON.parse(item) as ContentItem) }
}

/** Answers the row's number, which stays with the item. What it carried is kept for the followers to compare. */
function saveRow(
  store: Store,
  { itemId, type, slug, seq, publishedAt, recordedAt }: LedgerEntry,
  item: ContentItem | null,
  columns: Columns | null,
): number {
  const gone = { published: publishedAt, updated: recordedAt, title: '', code: null, low: null, high: null }
  const { published, updated, title, code, low, high } = columns ?? gone
  const words = item && JSON.stringify({ ...item, toc: headingsOf(item.blocks) })
  const [n] = store
    .sql<[number]>(
      `INSERT INTO items (id, type, slug, live, seq, changed, published, updated, title, code, low, high, item)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET
         slug = excluded.slug, live = excluded.live, seq = excluded.seq, changed = excluded.changed,
         published = excluded.published, updated = excluded.updated, title = excluded.title, code = excluded.code,
         low = excluded.low, high = excluded.high, item = excluded.item,
         carried = CASE WHEN excluded.live THEN carried ELSE '' END
       RETURNING n`,
    )
    .get(itemId, type, slug, item ? 1 : 0, seq, seq, published, updated, title, code, low, high, words) as [
    number,
  ]
  return n
}

/** Answers every list that the item was or is in. Each place stands in five indexes: those that stay are left alone. */
function movePlaces(store: Store, id: string, item: ContentItem | null, columns: Columns | null): string[] {
  const rows = store
    .sql<[string, string, string, string, string | null]>(
      'SELECT list, published, updated, title, code FROM places WHERE id = ?',
    )
    .all(id)
  const old = rows.map(([list]) => list)
  const lists = item ? listsOf(item) : []
  const { published = '', updated = '', title = '', code = null } = columns ?? {}
  const same = new Set(
    rows
      .filter((row) => row[1] === published && row[2] === updated && row[3] === title && row[4] === code)
      .map(([list]) => list),
  )
  const remove = store.sql('DELETE FROM places WHERE id = ? AND list = ?')
  for (const list of old) if (!same.has(list) || !lists.includes(list)) remove.run(id, list)
  const place = store.sql(
    'INSERT INTO places (list, id, published, updated, title, code) VALUES (?, ?, ?, ?, ?, ?)',
  )
  for (const list of lists) if (!same.has(list)) place.run(list, id, published, updated, title, code)
  const count = store.sql(
    'INSERT INTO counts (list, items) VALUES (?, ?) ON CONFLICT (list) DO UPDATE SET items = items + excluded.items',
  )
  for (const list of old) if (!lists.includes(list)) count.run(list, -1)
  for (const list of lists) if (!old.includes(list)) count.run(list, 1)
  return [...new Set([...old, ...lists])]
}

/** Which files `/media` may give out. Two pictures with the same bytes share their files: public while one of them is. */
function saveFiles(store: Store, id: string, item: ContentItem | null): void {
  if (!id.startsWith('media:')) return
  store.sql('DELETE FROM files WHERE id = ?').run(id)
  for (const name of pictureFilesOf(item))
    store.sql('INSERT OR IGNORE INTO files (name, id) VALUES (?, ?)').run(name, id)
}

/** Writes what an item carries, and counts it as a change of its at `seq`. */
function saveCarried(
  store: Store,
  { id, values, seq }: { id: string; values: Carried; seq: number },
  tags: Set<string>,
): void {
  const row = store
    .sql<[string, string, string]>('SELECT carried, type, slug FROM items WHERE id = ? AND live = 1')
    .get(id)
  if (!row) return
  const [before, type, slug] = row
  const kept = before === '' ? [] : before.split(BETWEEN)
  const members = Object.entries(values).flatMap(([name, json]) =>
    json === null ? [] : [`"${name}":${json}`],
  )
  const carried = [...kept.filter((member) => !(nameOf(member) in values)), ...members].sort().join(BETWEEN)
  if (carried === before) return
  store.sql('UPDATE items SET carried = ?, changed = ? WHERE id = ?').run(carried, seq, id)
  tags.add(itemTag(id))
  tags.add(addressTag(type, slug))
  for (const [list] of store.sql<[string]>('SELECT list FROM places WHERE id = ?').all(id)) tags.add(list)
}

const nameOf = (member: string) => member.slice(1, member.indexOf('"', 1))
