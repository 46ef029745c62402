/** Role profiles carry the ladder of their family, and the profiles that are nearest (docs/adr/0014). */
import type { LocalFile } from '../../../database/local-file.ts'
import type { Json } from '../../content-item.ts'
import { bandOf, distanceOf, keyOf, NEIGHBOURS, reasonsOf } from './adjacency.ts'
import type { Follower } from './follower.ts'
import { enter, findNearest, IN_ORDER, leave } from './nearest.ts'
import {
  clearTables,
  electHead,
  type Place,
  placeOf,
  readPlace,
  resign,
  roleOf,
  saveChoices,
  savePlace,
  TABLES,
  traitsIn,
} from './role-places.ts'

export const neighbours: Follower = {
  tables: TABLES,
  carriers: ['role-profiles'],
  clear: clearTables,
  follow(file, { id, after: item }, carry) {
    if (!id.startsWith('role-profiles:')) return
    const before = readPlace(file, id)
    const after = item && placeOf(item)
    saveChoices(file, id, item)
    const changed = move(file, id, before, after)
    for (const one of changed) {
      const place = readPlace(file, one)
      if (place) carry(one, 'adjacent', adjacentOf(file, place))
    }
    for (const one of climbers(file, id, before, after)) carry(one, 'ladder', ladderOf(file, one))
  },
}

/** Brings a profile to where it stands now. Answers who has other neighbours, or the same with other words. */
function move(file: LocalFile, id: string, before: Place | null, after: Place | null): Set<string> {
  const isMoved = !before || !after || STANDING.some((name) => before[name] !== after[name])
  const left = isMoved && resign(file, id) ? [id] : []
  savePlace(file, before, after)
  const roles = new Set([before, after].flatMap((place) => (place ? [place.role] : [])))
  const elections = [...roles].map((role) => electHead(file, role)).filter(({ was, is }) => was !== is)
  for (const { was } of elections) if (was !== null) left.push(was)
  const changed = new Set(leave(file, left))
  if (after) findNearest(file, after)
  else file.sql('DELETE FROM role_neighbours WHERE id = ?').run(id)
  for (const { is } of elections) {
    const head = is === null ? null : readPlace(file, is)
    for (const one of head ? enter(file, head) : []) changed.add(one)
  }
  if (isMoved || before.card !== after.card)
    for (const [one] of file
      .sql<[string]>(
        `SELECT id FROM role_neighbours WHERE other = ?1
         UNION SELECT id FROM role_choices WHERE other = ?1 AND pinned IS NOT NULL`,
      )
      .all(id))
      changed.add(one)
  return changed.add(id)
}

const STANDING = ['family', 'function', 'cell', 'role', 'version', 'code'] as const

/** Whose ladder may show something else: everybody in its families, where anything that is shown of it changed. */
function climbers(file: LocalFile, id: string, before: Place | null, after: Place | null): Set<string> {
  const isShownOtherwise = RUNG.some((name) => before?.[name] !== after?.[name])
  const families = isShownOtherwise ? [before, after].flatMap((place) => place?.family || []) : []
  const members = [...new Set(families)].flatMap((family) =>
    file.sql<[string]>('SELECT id FROM role_places WHERE family = ?').all(family),
  )
  return new Set([id, ...members.map(([one]) => one)])
}

const RUNG = ['role', 'version', 'code', 'card'] as const

/** Pinned ones in the editor's order, then the nearest. */
function adjacentOf(file: LocalFile, place: Place): Json {
  const pinned = file
    .sql<Shown>(
      `SELECT o.family, o.function, o.cell, o.card FROM role_choices c JOIN role_places o ON o.id = c.other
       WHERE c.id = ? AND c.other <> c.id AND c.pinned IS NOT NULL ORDER BY c.pinned LIMIT ${NEIGHBOURS}`,
    )
    .all(place.id)
  const nearest = file
    .sql<Shown>(
      `SELECT o.family, o.function, o.cell, o.card FROM role_neighbours n
       JOIN role_places o ON o.id = n.other JOIN role_places p ON p.id = n.id
       WHERE n.id = ?1 AND NOT EXISTS (SELECT 1 FROM role_choices c WHERE c.id = ?1 AND c.other = n.other)
       ORDER BY ${IN_ORDER}`,
    )
    .all(place.id)
  const own = traitsIn(place)
  return [...pinned, ...nearest].slice(0, NEIGHBOURS).map(([family, of, cell, card], at) => {
    const traits = traitsIn({ family, function: of, cell })
    const distance = distanceOf(own, traits)
    return {
      ...JSON.parse(card),
      distance,
      band: bandOf(distance),
      reasons: reasonsOf(own, traits),
      ...(at < pinned.length ? { pinned: true } : {}),
    }
  })
}

type Shown = [family: string, function: string, cell: string, card: string]

/** The rungs of its item, each with the profile of its family that stands there. */
function ladderOf(file: LocalFile, id: string): Json {
  const [family, ladder] = file
    .sql<[string, string | null]>(
      `SELECT p.family, json_extract(i.item, '$.fields.ladder')
       FROM role_places p JOIN items i ON i.id = p.id WHERE p.id = ?`,
    )
    .get(id) ?? ['', null]
  const rungs: Json = JSON.parse(ladder ?? '[]')
  const card = file.sql<[string]>('SELECT card FROM role_places WHERE role = ? AND head = 1')
  return (Array.isArray(rungs) ? (rungs as { [key: string]: Json }[]) : []).map((rung) => {
    const [found] = card.get(roleOf(family, keyOf(rung)) ?? '') ?? []
    return { ...rung, profile: found === undefined ? null : JSON.parse(found) }
  })
}
