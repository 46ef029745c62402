/** Which units a post keeps, and how they stand in it. */
import { overlapOf, toGist } from './evidence.ts'
import { ALWAYS, type Hook, type Unit } from './outline.ts'
import { toKey } from './plain.ts'

/** Units of the body: room to fill, room for what is really good, and the most that there may be. */
export type Room = { fill: number; aim: number; most: number }

/** Said already. */
const SAME = 0.65
const GOOD = 2.2
const WORTH_FILLING = -0.5
/** A paragraph that is longer is parted where the next sentence can stand alone. */
const PARAGRAPH_UNITS = 170

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
  for (;;) {
    const best = toBest(units, { taken, chosen, refused })
    if (!best) break
    const { place, group, worth } = best
    const limit = worth >= GOOD ? room.aim : room.fill
    const isWanted = worth >= WORTH_FILLING && used + sizeOf(group) <= limit && !group.some(isSaid)
    if (isWanted) take(group)
    else refused.add(place)
  }
  return toParagraphs(units, chosen, taken)
}

type Known = { taken: ReadonlySet<number>; chosen: ReadonlySet<number>; refused: ReadonlySet<number> }

function toBest(units: readonly Unit[], { taken, chosen, refused }: Known) {
  let best: { place: number; group: number[]; worth: number } | null = null
  for (let place = 0; place < units.length; place += 1) {
    if (taken.has(place) || chosen.has(place) || refused.has(place)) continue
    const group = toGroup(units, place, taken, chosen)
    if (!group) continue
    const worth = toWorth(units, group, chosen, taken)
    if (!best || worth > best.worth) best = { place, group, worth }
  }
  return best
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

/** In reading order, what leans on the hook first. */
function toParagraphs(
  units: readonly Unit[],
  chosen: ReadonlySet<number>,
  taken: ReadonlySet<number>,
): string[] {
  const places = [...chosen].sort((a, b) => a - b)
  const behind = new Set<number>()
  for (const place of places) {
    const on = (units[place] as Unit).leansOn
    if (on !== null && (taken.has(on) || behind.has(on))) behind.add(place)
  }
  const ordered = [
    ...places.filter((place) => behind.has(place)),
    ...places.filter((place) => !behind.has(place)),
  ]
  const paragraphs: string[] = []
  let last: Unit | null = null
  for (const place of ordered) {
    const unit = units[place] as Unit
    const open = paragraphs.at(-1) ?? ''
    const isListed = last?.kind === 'list' && unit.kind === 'list' && last.paragraph === unit.paragraph
    const isOne = last?.kind === 'sentence' && unit.kind === 'sentence' && last.paragraph === unit.paragraph
    const isCalm =
      open.length + unit.text.length < PARAGRAPH_UNITS ||
      (unit.leansOn === place - 1 && open.length < PARAGRAPH_UNITS * 1.5)
    if (isListed) paragraphs[paragraphs.length - 1] = `${open}\n${unit.text}`
    else if (isOne && isCalm) paragraphs[paragraphs.length - 1] = `${open} ${unit.text}`
    else paragraphs.push(unit.text)
    last = unit
  }
  return paragraphs
}
