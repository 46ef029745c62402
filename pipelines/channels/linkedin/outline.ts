/**
 * What a type's composer hands over: the first lines that a post may begin with, and the pieces that its body is
 * chosen from. The choice, the limits and everything around the text are the same for all types.
 */

/** The smallest thing that is kept or left out as a whole. What it needs is named by its place in the outline. */
export type Unit = {
  /** Plain text; a list has its bullets. */
  text: string
  kind: 'sentence' | 'list' | 'quote' | 'lines'
  /** Sentences of one number stand in one paragraph. */
  paragraph: number
  /** How much the post would miss it; below 0 only when it is needed. */
  score: number
  /** The unit before, without which this one says nothing (`They plant it …`). */
  leansOn: number | null
  /** The unit after, without which this one announces nothing (`Here is how:`). */
  announces: number | null
}

/** A way to begin. `text` is one line or two short paragraphs, at most 140 units where the content allows. */
export type Hook = {
  text: string
  /** The units that say the same; they are not said again. */
  takes: number[]
}

export type PostOutline = {
  /** Best first. */
  hooks: Hook[]
  units: Unit[]
  /** The content's own question to its readers, for the end; empty when it asks none. */
  closing: string
}

/** Who speaks. Sentences in the first person are an author's own. */
export type Voice = { isFirstPerson: boolean }

/** Goes into every post that has room for it. */
export const ALWAYS = 100

/** Units made of lines of a type's own, each a paragraph of its own. Empty texts go. */
export function toUnits(pieces: readonly { text: string; kind?: Unit['kind']; score?: number }[]): Unit[] {
  return pieces
    .filter(({ text }) => text !== '')
    .map(({ text, kind = 'sentence', score = ALWAYS }, index) => ({
      text,
      kind,
      paragraph: index,
      score,
      leansOn: null,
      announces: null,
    }))
}

/** One outline after another: places and paragraphs move on. */
export function joinUnits(...parts: (readonly Unit[])[]): Unit[] {
  const joined: Unit[] = []
  for (const units of parts) {
    const places = joined.length
    const paragraphs = (joined.at(-1)?.paragraph ?? -1) + 1
    const move = (place: number | null) => (place === null ? null : place + places)
    for (const unit of units) {
      const { paragraph, leansOn, announces } = unit
      joined.push({
        ...unit,
        paragraph: paragraph + paragraphs,
        leansOn: move(leansOn),
        announces: move(announces),
      })
    }
  }
  return joined
}

/** The units without those at `places`, and without what cannot stand without one of them. */
export function withoutUnits(units: readonly Unit[], places: ReadonlySet<number>): Unit[] {
  const gone = new Set(places)
  for (let before = -1; before !== gone.size; ) {
    before = gone.size
    units.forEach(({ leansOn, announces }, place) => {
      const needs = [leansOn, announces]
      if (needs.some((need) => need !== null && gone.has(need))) gone.add(place)
    })
  }
  const moved = new Map<number, number>()
  units.forEach((_, place) => {
    if (!gone.has(place)) moved.set(place, moved.size)
  })
  const move = (place: number | null) => (place === null ? null : (moved.get(place) ?? null))
  return units.flatMap((unit, place) =>
    gone.has(place) ? [] : [{ ...unit, leansOn: move(unit.leansOn), announces: move(unit.announces) }],
  )
}
