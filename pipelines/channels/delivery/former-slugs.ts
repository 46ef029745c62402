/** Which slugs live items had before: what the API redirects, and websites with it. */
import type { LocalFile } from '../../../database/local-file.ts'
import type { Follower } from './follower.ts'

export const formerSlugs: Follower = {
  tables: `
    CREATE TABLE former_slugs (
      type TEXT NOT NULL, slug TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (type, slug, id)
    ) WITHOUT ROWID;
    CREATE INDEX former_slugs_by_item ON former_slugs (id);
  `,
  carriers: [],
  clear: (file) => file.exec('DELETE FROM former_slugs'),
  follow(file, { id, before, after }) {
    if (before?.formerSlugs.length) file.sql('DELETE FROM former_slugs WHERE id = ?').run(id)
    for (const slug of after?.formerSlugs ?? [])
      file
        .sql('INSERT OR IGNORE INTO former_slugs (type, slug, id) VALUES (?, ?, ?)')
        .run(after?.type ?? '', slug, id)
  },
}

/** A slug that leads to another one. `url`: the item's present address on the website. */
export type Redirect = { type: string; from: string; to: string; id: string; url: string }

/** Nobody lives at the address, and of those who left it this one came last. */
const LEADS_ON = `
  NOT EXISTS (SELECT 1 FROM items o WHERE o.type = f.type AND o.slug = f.slug AND o.live = 1)
  AND NOT EXISTS (
    SELECT 1 FROM former_slugs g JOIN items o ON o.id = g.id
    WHERE g.type = f.type AND g.slug = f.slug AND o.live = 1 AND o.seq > i.seq
  )`

type Row = [string, string, string, string, string]
const COLUMNS = `f.type, f.slug, i.slug, i.id, json_extract(i.item, '$.url')`
const toRedirect = ([type, from, to, id, url]: Row): Redirect => ({ type, from, to, id, url })

/** Null where the address leads nowhere, or somebody lives there. */
export function findRedirect(file: LocalFile, type: string, slug: string): Redirect | null {
  const row = file
    .sql<Row>(
      `SELECT ${COLUMNS} FROM former_slugs f JOIN items i ON i.id = f.id AND i.live = 1
       WHERE f.type = ? AND f.slug = ? AND ${LEADS_ON}`,
    )
    .get(type, slug)
  return row ? toRedirect(row) : null
}

/** By type and slug, `limit` of them after that one. */
export function redirectsAfter(
  file: LocalFile,
  { types, after, limit }: { types: readonly string[]; after: { type: string; slug: string }; limit: number },
): Redirect[] {
  return file
    .sql<Row>(
      `SELECT ${COLUMNS} FROM former_slugs f CROSS JOIN items i ON i.id = f.id AND i.live = 1
       WHERE (f.type, f.slug) > (?, ?) AND f.type IN (SELECT value FROM json_each(?)) AND ${LEADS_ON}
       ORDER BY f.type, f.slug LIMIT ?`,
    )
    .all(after.type, after.slug, JSON.stringify(types), limit)
    .map(toRedirect)
}
