/** What role profiles carry, from the rows as they stand. */
import type { LocalFile } from '../../../database/local-file.ts'
import type { Json } from '../../content-item.ts'
import { bandOf, distanceOf, keyOf, NEIGHBOURS, reasonsOf, type Traits } from './adjacency.ts'
import { IN_ORDER } from './nearest.ts'
import { readPlace, roleOf, traitsIn } from './role-places.ts'

type Card = { [member: string]: Json }
type Place = { family: string; traits: Traits; card: Card }

/** For one change: what several profiles show is read once. */
export function createShown(file: LocalFile) {
  const place = once((id): Place | null => {
    const row = readPlace(file, id)
    return row && { family: row.family, traits: traitsIn(row), card: JSON.parse(row.card) as Card }
  })
  const onLadder = once((family) => {
    const heads = file
      .sql<[string, string]>('SELECT role, id FROM role_places WHERE family = ? AND head = 1')
      .all(family)
    return new Map(heads.map(([role, id]) => [role, place(id)?.card ?? null]))
  })

  /** Pinned ones in the editor's order, then the nearest. */
  function adjacent(id: string): Json {
    const own = place(id)
    if (!own) return []
    const pinned = file.sql<[string]>(PINNED).all(id)
    const nearest = file.sql<[string]>(NEAREST).all(id)
    return [...pinned, ...nearest].slice(0, NEIGHBOURS).flatMap(([other], at) => {
      const found = place(other)
      if (!found) return []
      const distance = distanceOf(own.traits, found.traits)
      const reasons = reasonsOf(own.traits, found.traits)
      const shown: Card = { ...found.card, distance, band: bandOf(distance), reasons }
      return [at < pinned.length ? { ...shown, pinned: true } : shown]
    })
  }

  /** The rungs of its item, each with the profile of its family that stands there. */
  function ladder(id: string): Json {
    const [text] =
      file
        .sql<[string | null]>("SELECT json_extract(item, '$.fields.ladder') FROM items WHERE id = ?")
        .get(id) ?? []
    const rungs: Json = JSON.parse(text ?? '[]')
    const family = place(id)?.family ?? ''
    return (Array.isArray(rungs) ? (rungs as { [key: string]: Json }[]) : []).map((rung) => ({
      ...rung,
      profile: onLadder(family).get(roleOf(family, keyOf(rung)) ?? '') ?? null,
    }))
  }

  return { place, adjacent, ladder }
}

const PINNED = `
  SELECT o.id FROM role_choices c JOIN role_places o ON o.id = c.other
  WHERE c.id = ? AND c.other <> c.id AND c.pinned IS NOT NULL ORDER BY c.pinned LIMIT ${NEIGHBOURS}`

const NEAREST = `
  SELECT o.id FROM role_neighbours n
  JOIN role_places o ON o.id = n.other JOIN role_places p ON p.id = n.id
  WHERE n.id = ?1 AND NOT EXISTS (SELECT 1 FROM role_choices c WHERE c.id = ?1 AND c.other = n.other)
  ORDER BY ${IN_ORDER}`

function once<T>(read: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>()
  return (key) => {
    if (!known.has(key)) known.set(key, read(key))
    return known.get(key) as T
  }
}
