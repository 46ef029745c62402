/**
 * Keeps the nearest of every role profile as profiles come, change and go, without looking at all of them: they are
 * found cell by cell (a track and an order), where all have the same distance.
 */
import type { LocalFile } from '../../../database/local-file.ts'
import { KINSHIP_DISTANCE, KINSHIPS, type Kinship, levelDistance, NEIGHBOURS } from './adjacency.ts'
import { ANYBODY, type Place, readPlace, traitsIn } from './role-places.ts'

/** Who stands so to a profile, `p`, with ?1 its family and ?2 its function; by an index on that, then the cell. */
const STAND_SO: { [kinship in Kinship]: { by: string; where: string } } = {
  family: { by: 'family', where: 'p.family = ?1' },
  function: { by: 'function', where: 'p.function = ?2 AND p.family <> ?1' },
  stranger: { by: 'cell', where: 'p.function <> ?2 AND p.family <> ?1' },
}

/** ?3: the cell; (?4, ?5): code and id; ?6: the role, of which nobody is a neighbour. */
const candidates = (kinship: Kinship, side: '>' | '<') => {
  const { by, where } = STAND_SO[kinship]
  return `SELECT p.id, p.code FROM role_places p INDEXED BY role_heads_by_${by}
    WHERE p.head = 1 AND ${where} AND p.cell = ?3 AND (p.code, p.id) ${side} (?4, ?5) AND p.role <> ?6
      AND NOT EXISTS (SELECT 1 FROM role_choices c WHERE c.id = ?5 AND c.other = p.id AND c.pinned IS NULL)
    ORDER BY p.code, p.id LIMIT ${NEIGHBOURS}`
}

/** ?3: rings as JSON. Of whom (?4, ?5) becomes a neighbour: nearer than the last one, or as near and before it in order. */
const welcoming = (kinship: Kinship) => {
  const { by, where } = STAND_SO[kinship]
  return `SELECT p.id, r.value ->> 'distance' AS distance
    FROM json_each(?3) r CROSS JOIN role_places p INDEXED BY role_places_by_${by}
    WHERE ${where} AND p.cell = r.value ->> 'cell' AND p.worst >= r.value ->> 'distance' AND p.role <> ?6
      AND (p.worst > r.value ->> 'distance' OR (((?4, ?5) < (p.code, p.id)), ?4, ?5)
        < (((p.worst_code, p.worst_id) < (p.code, p.id)), p.worst_code, p.worst_id))
      AND NOT EXISTS (SELECT 1 FROM role_choices c WHERE c.id = p.id AND c.other = ?5 AND c.pinned IS NULL)`
}

const CANDIDATES = byKinship((kinship) => [candidates(kinship, '>'), candidates(kinship, '<')])
const WELCOMING = byKinship(welcoming)

function byKinship<T>(make: (kinship: Kinship) => T): { [kinship in Kinship]: T } {
  return { family: make('family'), function: make('function'), stranger: make('stranger') }
}

/** Nearest first: by distance, then by code and id from the profile's own on, round to it again. */
export const IN_ORDER = 'n.distance, (o.code, o.id) < (p.code, p.id), o.code, o.id'

type Ring = { kinship: Kinship; cell: string; distance: number }

/** Everything that can be at some distance of a profile, nearest first. */
function ringsAround(file: LocalFile, place: Place): Ring[] {
  const own = traitsIn(place)
  return file
    .sql<[string]>('SELECT cell FROM role_cells')
    .all()
    .flatMap(([cell]) => {
      const level = levelDistance(own, traitsIn({ ...place, cell }))
      return KINSHIPS.map((kinship) => ({ kinship, cell, distance: level + KINSHIP_DISTANCE[kinship] }))
    })
    .sort((a, b) => a.distance - b.distance)
}

/** Finds the nearest of one profile anew. */
export function findNearest(file: LocalFile, place: Place): void {
  const { id, family, function: of, code, role } = place
  const found: Neighbour[] = []
  for (const { kinship, cell, distance } of ringsAround(file, place)) {
    if (found.length >= NEIGHBOURS && distance > (found.at(-1)?.distance ?? 0)) break
    for (const [isBefore, words] of CANDIDATES[kinship].entries()) {
      const rows = file.sql<[string, string]>(words).all(family, of, cell, code, id, role)
      found.push(...rows.map(([other, at]) => ({ other, code: at, distance, isBefore })))
    }
  }
  const nearest = found.sort(inOrder).slice(0, NEIGHBOURS)
  const kept = new Map(
    file.sql<[string, number]>('SELECT other, distance FROM role_neighbours WHERE id = ?').all(id),
  )
  const drop = file.sql('DELETE FROM role_neighbours WHERE id = ? AND other = ?')
  const save = file.sql('INSERT OR REPLACE INTO role_neighbours (id, other, distance) VALUES (?, ?, ?)')
  for (const other of kept.keys()) if (!nearest.some((one) => one.other === other)) drop.run(id, other)
  for (const { other, distance } of nearest) if (kept.get(other) !== distance) save.run(id, other, distance)
  noteLast(file, id, nearest[NEIGHBOURS - 1])
}

/** `isBefore`: 1 when its code and id come before the profile's own. */
type Neighbour = { other: string; code: string; distance: number; isBefore: number }

/** As IN_ORDER. */
function inOrder(a: Neighbour, b: Neighbour): number {
  return (
    a.distance - b.distance || a.isBefore - b.isBefore || byBytes(a.code, b.code) || byBytes(a.other, b.other)
  )
}

/** As SQLite compares. */
const byBytes = (a: string, b: string) => (a === b ? 0 : Buffer.compare(Buffer.from(a), Buffer.from(b)))

/** A profile is somebody's neighbour from now on. Answers of whom. */
export function enter(file: LocalFile, place: Place): string[] {
  const { id, family, function: of, code, role } = place
  const save = file.sql('INSERT OR REPLACE INTO role_neighbours (id, other, distance) VALUES (?, ?, ?)')
  const rings = ringsAround(file, place)
  const welcomed = KINSHIPS.flatMap((kinship) =>
    file
      .sql<[string, number]>(WELCOMING[kinship])
      .all(family, of, JSON.stringify(rings.filter((ring) => ring.kinship === kinship)), code, id, role),
  )
  for (const [at, distance] of welcomed) {
    save.run(at, id, distance)
    keepNearest(file, at)
  }
  return welcomed.map(([at]) => at)
}

/** Profiles are nobody's neighbours as they were; who held one finds others. Answers who. */
export function leave(file: LocalFile, ids: readonly string[]): string[] {
  const holders = new Set(
    ids.flatMap((other) =>
      file
        .sql<[string]>('SELECT id FROM role_neighbours WHERE other = ?')
        .all(other)
        .map(([id]) => id),
    ),
  )
  for (const other of ids) file.sql('DELETE FROM role_neighbours WHERE other = ?').run(other)
  for (const id of holders) {
    const place = readPlace(file, id)
    const isFull = file.sql('SELECT 1 FROM role_places WHERE id = ? AND worst < ?').get(id, ANYBODY)
    if (place && isFull) findNearest(file, place)
  }
  return [...holders]
}

/** Lets those go that are too many, and notes who is the last. */
function keepNearest(file: LocalFile, id: string): void {
  const rows = file
    .sql<[string, string, number]>(
      `SELECT o.id, o.code, n.distance FROM role_neighbours n
       JOIN role_places o ON o.id = n.other JOIN role_places p ON p.id = n.id
       WHERE n.id = ? ORDER BY ${IN_ORDER}`,
    )
    .all(id)
  for (const [other] of rows.slice(NEIGHBOURS))
    file.sql('DELETE FROM role_neighbours WHERE id = ? AND other = ?').run(id, other)
  const [other, code, distance] = rows[NEIGHBOURS - 1] ?? []
  noteLast(file, id, other === undefined ? undefined : { other, code: code ?? '', distance: distance ?? 0 })
}

/** Undefined: there is room. */
function noteLast(file: LocalFile, id: string, last: Omit<Neighbour, 'isBefore'> | undefined): void {
  file
    .sql('UPDATE role_places SET worst = ?, worst_code = ?, worst_id = ? WHERE id = ?')
    .run(last?.distance ?? ANYBODY, last?.code ?? '', last?.other ?? '', id)
}
