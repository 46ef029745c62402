/** Which units a post keeps, and how they stand in it. */
import { overlapOf, toGist, weigh } from './evidence.ts'
import { ALWAYS, type Hook, type Unit } from './outline.ts'
import { toKey } from './plain.ts'

/**
 * Units of the body: so much is enough, room to fill, room for what is really good, and the most that there may be.
 * `isOpen`: nothing stands below it but the link.
 */
export type Room = { enough: number; fill: number; aim: number; most: number; isOpen: boolean }

/** Said already. */
const SAME = 0.65
const GOOD = 2.2
const WORTH_FILLING = -0.5
/** Of a last sentence: numbers, or a contrast. */
const REMEMBERED = 1.5
/** A paragraph that is longer is parted where the next sentence can stand alone. */
const PARAGRAPH_UNITS = 170
/** What leans on the sentence before stays with it longer. */
const LONGEST_PARAGRAPH_UNITS = 300

/**
 * The body below a hook, as paragraphs in reading order. What must be there comes first, then group after group by
 * worth: each unit with all that it needs. What leans on the hook stands right below it.
 */
export function selectBody(units: readonly Unit[], hook: Hook, room: Room): string[] {
  const taken = new Set(hook.takes)
  const chosen = new Set<number>()
  const gists = units.map(({ text }) => toGist(text))
  const gistOfHook = toGist(hook.text)
  const isSaid = (place: number) => {
    const { text, kind } = units[place] as Unit
    if (kind === 'list' || kind === 'lines') {
      const lines = toLines(text)
      return [...chosen].some((other) =>
        toLines((units[other] as Unit).text).some((line) => lines.includes(line)),
      )
    }
    const gist = gists[place]
    if (!gist) return false
    const said = [gistOfHook, ...[...chosen].flatMap((other) => gists[other] ?? [])]
    return said.some((other) => overlapOf(other, gist) >= SAME)
  }
  let used = 0
  const take = (group: readonly number[]) => {
    for (const place of group) chosen.add(place)
    used = toParagraphs(units, chosen, taken).reduce((sum, { length }) => sum + length + 2, 0)
  }
  const sizeOf = (group: readonly number[]) => group.reduce((sum, place) => sum + lengthOf(units, place), 0)
  // What the hook sets up.
  for (const place of hook.takes) {
    const next = units[place]?.announces ?? null
    const group = next === null || taken.has(next) ? null : toGroup(units, next, taken, chosen)
    if (group) take(group)
  }
  units.forEach(({ score }, place) => {
    if (score < ALWAYS || taken.has(place) || chosen.has(place)) return
    const group = toGroup(units, place, taken, chosen)
    if (group && used + sizeOf(group) <= room.most) take(group)
  })
  const refused = new Set<number>()
  const takeBest = (): boolean => {
    // What is refused changes nobody's worth: the ranks hold until something is taken.
    for (const { place, group, worth } of toRanks(units, { taken, chosen, refused })) {
      const limit = worth >= GOOD ? room.aim : room.fill
      const isWanted = worth >= WORTH_FILLING && used + sizeOf(group) <= limit && !group.some(isSaid)
      if (!isWanted) {
        refused.add(place)
        continue
      }
      take(group)
      return true
    }
    return false
  }
  while (takeBest());
  if (room.isOpen) {
    for (let last = toWeakEnd(units, chosen, taken); last !== null; last = toWeakEnd(units, chosen, taken)) {
      if (used - lengthOf(units, last) < room.enough) break
      chosen.delete(last)
      take([])
    }
  }
  return toParagraphs(units, chosen, taken)
}

type Known = { taken: ReadonlySet<number>; chosen: ReadonlySet<number>; refused: ReadonlySet<number> }

/** The last sentence, when it begins a thought that is not carried on, says little and is needed by nothing; else null. */
function toWeakEnd(
  units: readonly Unit[],
  chosen: ReadonlySet<number>,
  taken: ReadonlySet<number>,
): number | null {
  const place = toOrder(units, chosen, taken).at(-1)
  const unit = place === undefined ? undefined : units[place]
  if (place === undefined || !unit || unit.kind !== 'sentence' || unit.score >= ALWAYS) return null
  const next = units[place + 1]
  // Authors keep a good line for the end of a paragraph.
  if (next?.kind !== 'sentence' || next.paragraph !== unit.paragraph) return null
  const isNeeded = [...chosen].some(
    (other) => units[other]?.announces === place || units[other]?.leansOn === place,
  )
  return isNeeded || weigh(unit.text) >= REMEMBERED ? null : place
}

type Rank = { place: number; group: number[]; worth: number }

/** What may still be taken, the most worth first. */
function toRanks(units: readonly Unit[], { taken, chosen, refused }: Known): Rank[] {
  const ranks: Rank[] = []
  for (let place = 0; place < units.length; place += 1) {
    if (taken.has(place) || chosen.has(place) || refused.has(place)) continue
    const group = toGroup(units, place, taken, chosen)
    if (group) ranks.push({ place, group, worth: toWorth(units, group, chosen, taken) })
  }
  return ranks.sort((a, b) => b.worth - a.worth)
}

/** The unit with everything that it needs and that is not there yet; null when it needs what cannot be had. */
function toGroup(
  units: readonly Unit[],
  place: number,
  taken: ReadonlySet<number>,
  chosen: ReadonlySet<number>,
): number[] | null {
  const group = new Set<number>()
  const open = [place]
  while (open.length > 0) {
    const at = open.pop() as number
    const unit = units[at]
    if (!unit) return null
    if (taken.has(at) || chosen.has(at) || group.has(at)) continue
    group.add(at)
    if (unit.leansOn !== null) open.push(unit.leansOn)
    if (unit.announces !== null) open.push(unit.announces)
  }
  return [...group].sort((a, b) => a - b)
}

/** The mean of their scores, more beside what is chosen already, less the more room they take. */
function toWorth(
  units: readonly Unit[],
  group: readonly number[],
  chosen: ReadonlySet<number>,
  taken: ReadonlySet<number>,
): number {
  const said = group.map((place) => units[place] as Unit)
  // A lead-in is worth what it leads to.
  const leads = said.filter(({ text }) => /[:：]$/.test(text)).length
  const sum = said.reduce((total, { score }) => total + Math.min(score, ALWAYS), 0)
  const mean = sum / Math.max(1, said.length - leads)
  const isList = said.some(({ kind }) => kind === 'list' || kind === 'lines')
  const lists = isList
    ? [...chosen].filter((place) => units[place]?.kind === 'list' && units[place - 1]?.kind !== 'list').length
    : 0
  const isThere = (place: number) => chosen.has(place) || taken.has(place)
  const isBeside = group.some((place) => isThere(place - 1) || isThere(place + 1))
  const size = group.reduce((sum, place) => sum + lengthOf(units, place), 0)
  return mean + (isBeside ? 0.8 : 0) - lists * 0.6 - size / 700
}

const toLines = (text: string) =>
  text
    .split('\n')
    .map(toKey)
    .filter((key) => key !== '')

const lengthOf = (units: readonly Unit[], place: number) => (units[place] as Unit).text.length + 2

/** In reading order, what leans on the hook or goes on in its paragraph first. */
function toOrder(units: readonly Unit[], chosen: ReadonlySet<number>, taken: ReadonlySet<number>): number[] {
  const places = [...chosen].sort((a, b) => a - b)
  const behind = new Set<number>()
  for (const place of places) {
    const { leansOn: on, paragraph } = units[place] as Unit
    const before = units[place - 1]
    const goesOn =
      before?.kind === 'sentence' &&
      before.paragraph === paragraph &&
      (taken.has(place - 1) || behind.has(place - 1))
    if (goesOn || (on !== null && (taken.has(on) || behind.has(on)))) behind.add(place)
  }
  return [...places.filter((place) => behind.has(place)), ...places.filter((place) => !behind.has(place))]
}

function toParagraphs(
  units: readonly Unit[],
  chosen: ReadonlySet<number>,
  taken: ReadonlySet<number>,
): string[] {
  const paragraphs: string[] = []
  let last: Unit | null = null
  for (const place of toOrder(units, chosen, taken)) {
    const unit = units[place] as Unit
    const open = paragraphs.at(-1) ?? ''
    const isListed = last?.kind === 'list' && unit.kind === 'list' && last.paragraph === unit.paragraph
    const isOne = last?.kind === 'sentence' && unit.kind === 'sentence' && last.paragraph === unit.paragraph
    const isCalm =
      open.length + unit.text.length < PARAGRAPH_UNITS ||
      (unit.leansOn === place - 1 && open.length + unit.text.length < LONGEST_PARAGRAPH_UNITS)
    if (isListed) paragraphs[paragraphs.length - 1] = `${open}\n${unit.text}`
    else if (isOne && isCalm) paragraphs[paragraphs.length - 1] = `${open} ${unit.text}`
    else paragraphs.push(unit.text)
    last = unit
  }
  return paragraphs
}
