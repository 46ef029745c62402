/**
 * Answers as they went out, kept until something that they tell of changes: each stands in an index under its tags.
 * What is still being made when that happens goes to those who wait for it, and is not kept.
 */
import { LRUCache } from 'lru-cache'
import type { Stale } from '../../../pipelines/channels/delivery/replica.ts'

/** `bytes`: what it takes in memory; `isUseful`: it found something. */
export type Keepable = { bytes: number; isUseful: boolean }

export type AnswerCache<Kept extends Keepable> = {
  /** What is kept under this key, or being made for it, and valid now. */
  find(key: string): Kept | Promise<Kept> | undefined
  /** Keeps what was made of the present state, unless one of `tags` becomes stale before it is there. */
  add(key: string, tags: readonly string[], made: Kept | Promise<Kept>): void
  forget(stale: Stale): void
  /** Of everything that is kept, about. */
  bytes(): number
}

/** Stale with any change. */
const ANY_CHANGE = 'all'

type Place<Kept> = { key: string; tags: readonly string[]; kept: Kept | null; isStale: boolean }

/**
 * `maxBytes`: of all that is kept; `maxOtherBytes`: of what found nothing, which has room of its own so that a flood of
 * made-up addresses pushes out nothing else.
 */
export function createAnswerCache<Kept extends Keepable>({
  maxBytes = 24_000_000,
  maxOtherBytes = 2_000_000,
}: {
  maxBytes?: number
  maxOtherBytes?: number
} = {}): AnswerCache<Kept> {
  const index = new Map<string, Set<Place<Kept>>>()
  const making = new Map<string, { place: Place<Kept>; made: Promise<Kept> }>()

  const leave = (place: Place<Kept>) => {
    for (const tag of place.tags) {
      const places = index.get(tag)
      if (places?.delete(place) && places.size === 0) index.delete(tag)
    }
  }
  const room = (maxSize: number) =>
    new LRUCache<string, Place<Kept>>({
      maxSize,
      maxEntrySize: Math.ceil(maxSize / 8),
      sizeCalculation: sizeOf,
      dispose: leave,
    })
  const useful = room(maxBytes)
  const others = room(maxOtherBytes)

  function keep(place: Place<Kept>, kept: Kept) {
    if (place.isStale) return
    place.kept = kept
    const kind = kept.isUseful ? useful : others
    kind.set(place.key, place)
    // Too large for its room.
    if (!kind.has(place.key)) leave(place)
  }

  function drop(place: Place<Kept>) {
    place.isStale = true
    leave(place)
    if (making.get(place.key)?.place === place) making.delete(place.key)
    if (place.kept) (place.kept.isUseful ? useful : others).delete(place.key)
  }

  return {
    find: (key) => (useful.get(key) ?? others.get(key))?.kept ?? making.get(key)?.made,
    add(key, tags, made) {
      const place: Place<Kept> = { key, tags: [...new Set(tags)], kept: null, isStale: false }
      for (const tag of place.tags) {
        const places = index.get(tag)
        if (places) places.add(place)
        else index.set(tag, new Set([place]))
      }
      if (!(made instanceof Promise)) return keep(place, made)
      making.set(key, { place, made })
      const done = () => {
        if (making.get(key)?.place === place) making.delete(key)
      }
      made.then(
        (kept) => {
          done()
          keep(place, kept)
        },
        () => {
          done()
          leave(place)
        },
      )
    },
    forget(stale) {
      if (stale === 'everything') {
        for (const { place } of [...making.values()]) drop(place)
        useful.clear()
        others.clear()
        return
      }
      for (const tag of [...stale.tags, ANY_CHANGE])
        for (const place of [...(index.get(tag) ?? [])]) drop(place)
    },
    bytes: () => useful.calculatedSize + others.calculatedSize,
  }
}

/** What the engine needs for an entry, its key and each tag beside their characters. */
function sizeOf({ key, tags, kept }: Place<Keepable>): number {
  const words = tags.reduce((sum, tag) => sum + tag.length + 150, key.length)
  return words + (kept?.bytes ?? 0) + 1_000
}
