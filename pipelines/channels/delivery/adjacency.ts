/** How far apart two role profiles are (docs/adr/0014). Pure. */
import type { ContentItem, Json } from '../../content-item.ts'

/** What distance is made of. Empty or null: the profile does not say. */
export type Traits = {
  /** Names the family; its id. */
  family: string
  function: string
  /** The level's, else the family's. */
  track: string
  /** Of the level on the ladder. */
  order: number | null
}

export const BANDS = ['near', 'related', 'far'] as const
export type Band = (typeof BANDS)[number]

/** Neighbours that a profile carries. */
export const NEIGHBOURS = 8

/** In hundredths, so that sums are exact. */
const RUNG = 10
const MOST_RUNGS = 4
const OTHER_TRACK = 10
const OTHER_FAMILY = 20
const OTHER_FUNCTION = 30
/** Below which a distance is of the band. */
const NEAR_BELOW = 34
const RELATED_BELOW = 67

/** How profiles stand to each other by family: the nearest first. */
export const KINSHIPS = ['family', 'function', 'stranger'] as const
export type Kinship = (typeof KINSHIPS)[number]

/** In hundredths. */
export const KINSHIP_DISTANCE: { [kinship in Kinship]: number } = {
  family: 0,
  function: OTHER_FAMILY,
  stranger: OTHER_FAMILY + OTHER_FUNCTION,
}

/** For readers of the documentation. */
export const ADJACENCY_TEXT =
  'The distance of two role profiles is a sum: 0.1 for each rung between their levels (by `order`, at most 0.4; ' +
  '0.4 where only one has an order), 0.1 when their tracks differ, and 0.2 when they are of two families of one ' +
  'function, or 0.5 of two functions. It is 0 to 1 and the same in both directions. Below 0.34 it is `near`, below ' +
  '0.67 `related`, else `far`. `adjacent` holds the eight nearest; at the same distance those whose code follows ' +
  "the profile's own come first, round the alphabet, so that every profile is somebody's neighbour. Of several " +
  'versions of one family and level only the newest is a neighbour, and none of another version. An editor can pin ' +
  'profiles (they come first, with `pinned`) and exclude them; both count for that one profile only.'

/** 0 to 1, in steps of 0.01: 0 for the same traits, the same in both directions. */
export function distanceOf(a: Traits, b: Traits): number {
  return (levelDistance(a, b) + KINSHIP_DISTANCE[kinshipOf(a, b)]) / 100
}

export function bandOf(distance: number): Band {
  const hundredths = Math.round(distance * 100)
  if (hundredths < NEAR_BELOW) return 'near'
  return hundredths < RELATED_BELOW ? 'related' : 'far'
}

/** The family's function does not count within it. */
export function kinshipOf(a: Traits, b: Traits): Kinship {
  if (a.family === b.family) return 'family'
  return a.function === b.function ? 'function' : 'stranger'
}

/** In hundredths: by rungs and track. */
export function levelDistance(
  a: Pick<Traits, 'track' | 'order'>,
  b: Pick<Traits, 'track' | 'order'>,
): number {
  return rungDistance(a.order, b.order) + (a.track === b.track ? 0 : OTHER_TRACK)
}

/** What neither says makes no difference. */
function rungDistance(a: number | null, b: number | null): number {
  if (a === null || b === null) return a === b ? 0 : RUNG * MOST_RUNGS
  return Math.round(RUNG * Math.min(MOST_RUNGS, Math.abs(a - b)))
}

/** Why the distance is what it is. `levels`: rungs from `a` up to `b`, negative when `b` is below; null: not known. */
export type Reasons = {
  levels: number | null
  track: 'same' | 'other'
  family: 'same' | 'other'
  function: 'same' | 'other'
}

export function reasonsOf(a: Traits, b: Traits): Reasons {
  const isSame = (of: 'track' | 'family' | 'function') => (a[of] === b[of] ? 'same' : 'other')
  return {
    levels: a.order === null || b.order === null ? null : b.order - a.order,
    track: isSame('track'),
    family: isSame('family'),
    function: isSame('function'),
  }
}

type Named = { [key: string]: Json } | null | undefined

/** Of a role profile's item; of one that was made before items had ids of families, its code stands in. */
export function traitsOf({ fields }: Pick<ContentItem, 'fields'>): Traits {
  const family = fields.family as Named
  const level = fields.level as Named
  return {
    family: keyOf(family),
    function: textOf(family?.function),
    track: textOf(level?.track) || textOf(family?.track),
    order: typeof level?.order === 'number' ? level.order : null,
  }
}

/** Names a family or a level: its id, else its code, else nothing. */
export function keyOf(named: Named): string {
  return textOf(named?.id) || textOf(named?.code)
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}
