/** Single items of the read model. */
import type { LocalFile } from '../../../database/local-file.ts'

/** `text`: the item as it is given out, JSON. */
export type Found = { id: string; text: string }

/** An item's row as it is given out: what it carries stands last. */
export function textOf(item: string, carried: string): string {
  return carried === '' ? item : `${item.slice(0, -1)},${carried}}`
}

/** Null when no live item has this address. */
export function findBySlug(file: LocalFile, type: string, slug: string): Found | null {
  const row = file
    .sql<[string, string, string]>(
      'SELECT id, item, carried FROM items WHERE type = ? AND slug = ? AND live = 1 ORDER BY seq DESC LIMIT 1',
    )
    .get(type, slug)
  return row ? { id: row[0], text: textOf(row[1], row[2]) } : null
}

/** Null when no live item has this id. */
export function findById(file: LocalFile, id: string): Found | null {
  const row = file.sql<[string, string]>('SELECT item, carried FROM items WHERE id = ? AND live = 1').get(id)
  return row ? { id, text: textOf(row[0], row[1]) } : null
}

/** So many are read at once: whoever stops early has not read all of a hundred long ones. */
const AT_ONCE = 10

/** In the order of `ids`; null for what is not live. */
export function* findEach(file: LocalFile, ids: readonly string[]): Generator<Found | null> {
  const statement = file.sql<[string, string, string]>(
    'SELECT i.id, i.item, i.carried FROM json_each(?) n CROSS JOIN items i ON i.id = n.value WHERE i.live = 1',
  )
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const some = ids.slice(from, from + AT_ONCE)
    const found = new Map(
      statement.all(JSON.stringify(some)).map(([id, item, carried]) => [id, textOf(item, carried)]),
    )
    for (const id of some) {
      const text = found.get(id)
      yield text === undefined ? null : { id, text }
    }
  }
}

/** Whether an item ever was public at this address. */
export function wasAt(file: LocalFile, type: string, slug: string): boolean {
  return file.sql('SELECT 1 FROM addresses WHERE type = ? AND slug = ? LIMIT 1').get(type, slug) !== undefined
}

/** The type of an item that ever was public; null for others. */
export function typeOf(file: LocalFile, id: string): string | null {
  return file.sql<[string]>('SELECT type FROM items WHERE id = ?').get(id)?.[0] ?? null
}
