/** Where live role profiles stand to each other, one row each: what their neighbours are found by. */
import type { LocalFile } from '../../../database/local-file.ts'
import type { ContentItem, Json } from '../../content-item.ts'
import { keyOf, type Traits, traitsOf } from './adjacency.ts'

/** Of a profile with fewer neighbours than it may have: everybody comes in. */
export const ANYBODY = 1_000

/**
 * `cell`: track and order of the level, as JSON. `role`: family and level, which versions share. `head`: the newest
 * version of its role, and so somebody's neighbour. `card`: JSON. `worst…`: distance (in hundredths), code and id of the last neighbour that is kept.
 * `role_neighbours`: the nearest of each profile, pinned or not. `role_choices`: what editors pin and exclude.
 */
export const TABLES = `
  CREATE TABLE role_places (
    id TEXT PRIMARY KEY,
    family TEXT NOT NULL,
    function TEXT NOT NULL,
    cell TEXT NOT NULL,
    role TEXT NOT NULL,
    version REAL NOT NULL,
    code TEXT NOT NULL,
    card TEXT NOT NULL,
    head INTEGER NOT NULL DEFAULT 0,
    worst INTEGER NOT NULL DEFAULT ${ANYBODY},
    worst_code TEXT NOT NULL DEFAULT '',
    worst_id TEXT NOT NULL DEFAULT ''
  );
  CREATE INDEX role_places_by_role ON role_places (role, version);
  CREATE INDEX role_heads_by_family ON role_places (family, cell, code, id) WHERE head = 1;
  CREATE INDEX role_heads_by_function ON role_places (function, cell, code, id) WHERE head = 1;
  CREATE INDEX role_heads_by_cell ON role_places (cell, code, id) WHERE head = 1;
  CREATE INDEX role_places_by_family ON role_places (family, cell, worst);
  CREATE INDEX role_places_by_function ON role_places (function, cell, worst);
  CREATE INDEX role_places_by_cell ON role_places (cell, worst);
  CREATE TABLE role_cells (cell TEXT PRIMARY KEY, profiles INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE role_neighbours (
    id TEXT NOT NULL, other TEXT NOT NULL, distance INTEGER NOT NULL, PRIMARY KEY (id, other)
  ) WITHOUT ROWID;
  CREATE INDEX role_neighbours_by_other ON role_neighbours (other);
  CREATE TABLE role_choices (
    id TEXT NOT NULL, other TEXT NOT NULL, pinned INTEGER, PRIMARY KEY (id, other)
  ) WITHOUT ROWID;
  CREATE INDEX role_choices_by_other ON role_choices (other);
`

export function clearTables(file: LocalFile): void {
  for (const table of ['role_places', 'role_cells', 'role_neighbours', 'role_choices'])
    file.exec(`DELETE FROM ${table}`)
}

export type Place = {
  id: string
  family: string
  function: string
  cell: string
  role: string
  version: number
  code: string
  card: string
}

export function placeOf(item: ContentItem): Place {
  const { id, type, slug, url, title, summary, fields } = item
  const traits = traitsOf(item)
  const level = keyOf(fields.level as { [key: string]: Json } | null | undefined)
  return {
    id,
    family: traits.family,
    function: traits.function,
    cell: JSON.stringify([traits.track, traits.order]),
    role: roleOf(traits.family, level) ?? id,
    version: typeof fields.profileVersion === 'number' ? fields.profileVersion : 0,
    code: typeof fields.code === 'string' ? fields.code : '',
    card: JSON.stringify({ id, type, slug, url, title, summary }),
  }
}

/** Null where family or level is not known: such a profile is a role of its own. */
export function roleOf(family: string, level: string): string | null {
  return family && level ? JSON.stringify([family, level]) : null
}

export function traitsIn({
  family,
  function: of,
  cell,
}: Pick<Place, 'family' | 'function' | 'cell'>): Traits {
  const [track, order] = JSON.parse(cell) as [string, number | null]
  return { family, function: of, track, order }
}

const COLUMNS = ['id', 'family', 'function', 'cell', 'role', 'version', 'code', 'card'] as const

export function readPlace(file: LocalFile, id: string): Place | null {
  const row = file.sql(`SELECT ${COLUMNS.join(', ')} FROM role_places WHERE id = ?`).get(id)
  return row ? (Object.fromEntries(COLUMNS.map((name, at) => [name, row[at]])) as Place) : null
}

/** `before`: the row as it stands. */
export function savePlace(file: LocalFile, before: Place | null, after: Place | null): void {
  if (before?.cell !== after?.cell) {
    if (before) countCell(file, before.cell, -1)
    if (after) countCell(file, after.cell, 1)
  }
  if (after)
    file
      .sql(
        `INSERT INTO role_places (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map(() => '?').join(', ')})
         ON CONFLICT (id) DO UPDATE SET ${COLUMNS.map((name) => `${name} = excluded.${name}`).join(', ')}`,
      )
      .run(...COLUMNS.map((name) => after[name]))
  else if (before) file.sql('DELETE FROM role_places WHERE id = ?').run(before.id)
}

function countCell(file: LocalFile, cell: string, by: number): void {
  file
    .sql(
      `INSERT INTO role_cells (cell, profiles) VALUES (?, ?)
       ON CONFLICT (cell) DO UPDATE SET profiles = profiles + excluded.profiles`,
    )
    .run(cell, by)
  file.sql('DELETE FROM role_cells WHERE cell = ? AND profiles <= 0').run(cell)
}

/** It stands elsewhere, or nowhere: it is no head until it is elected. Answers whether it was one. */
export function resign(file: LocalFile, id: string): boolean {
  const was = file.sql('SELECT 1 FROM role_places WHERE id = ? AND head = 1').get(id) !== undefined
  if (was) file.sql('UPDATE role_places SET head = 0 WHERE id = ?').run(id)
  return was
}

/** Makes the newest version of a role its head. Answers who was it and who is. */
export function electHead(file: LocalFile, role: string): { was: string | null; is: string | null } {
  const first = (words: string) => file.sql<[string]>(words).get(role)?.[0] ?? null
  const was = first('SELECT id FROM role_places WHERE role = ? AND head = 1')
  const is = first('SELECT id FROM role_places WHERE role = ? ORDER BY version DESC, code, id LIMIT 1')
  if (was !== is) {
    if (was) file.sql('UPDATE role_places SET head = 0 WHERE id = ?').run(was)
    if (is) file.sql('UPDATE role_places SET head = 1 WHERE id = ?').run(is)
  }
  return { was, is }
}

/** What an editor says at one profile; excluded wins. */
export function saveChoices(file: LocalFile, id: string, item: ContentItem | null): void {
  file.sql('DELETE FROM role_choices WHERE id = ?').run(id)
  const { pinned = [], excluded = [] } = (item?.fields.neighbours ?? {}) as { [name: string]: string[] }
  const save = file.sql('INSERT OR IGNORE INTO role_choices (id, other, pinned) VALUES (?, ?, ?)')
  for (const other of excluded) save.run(id, other, null)
  for (const [at, other] of pinned.entries()) save.run(id, other, at)
}
