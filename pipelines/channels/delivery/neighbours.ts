/** Role profiles carry the ladder of their family, and the profiles that are nearest (docs/adr/0014). */
import type { LocalFile } from '../../../database/local-file.ts'
import type { Follower } from './follower.ts'
import { enter, findNearest, leave } from './nearest.ts'
import { createShown } from './neighbours-shown.ts'
import {
  clearTables,
  electHead,
  type Place,
  placeOf,
  readPlace,
  resign,
  saveChoices,
  savePlace,
  TABLES,
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
    const shown = createShown(file)
    for (const one of changed)
      if (shown.place(one)) carry(one, 'adjacent', JSON.stringify(shown.adjacent(one)))
    for (const one of climbers(file, id, before, after))
      carry(one, 'ladder', JSON.stringify(shown.ladder(one)))
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
