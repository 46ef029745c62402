/** What stands before the fold: whole sentences of the content that give a reason to read on, the best first. */
import type { ContentItem } from '../../content-item.ts'
import { shorten } from '../../text/cut.ts'
import { sentences } from '../../text/sentences.ts'
import { isGreeting } from './clean.ts'
import {
  type Gist,
  isContrast,
  isOneOfSeveral,
  overlap,
  overlapOf,
  roughWords,
  toGist,
  weigh,
} from './evidence.ts'
import { isLeaning } from './leaning.ts'
import { HOOK_UNITS } from './limits.ts'
import type { Hook, Unit } from './outline.ts'
import { toKey, toPlain } from './plain.ts'

/** Longer first lines are cut. */
export const LONGEST_HOOK = 300
export const HOOKS = 3
const FEWEST_WORDS = 4
/** Shorter ones hang in the air, unless the text begins with them. */
const SHORT_UNITS = 30
/** Two hooks that share more of their words say the same. */
const ALIKE = 0.6

type Candidate = Hook & { score: number }

/**
 * At most three hooks out of the units, each different: a contrast of two sentences, or one sentence, that is
 * whole, at most 140 units, clear without anything before it, no greeting and not the title. Where the body has
 * none, whole sentences of `others`; at last a longer sentence, or the first line, cut when it must be.
 *
 * @param bonus what a type thinks more of, added to the score
 * @param others further sentences of the item (summary, short answer), best first
 */
export function rankHooks(
  item: ContentItem,
  units: readonly Unit[],
  others: readonly string[] = [],
  bonus: (text: string, place: number) => number = () => 0,
): Hook[] {
  const title = toPlain(item.title)
  const context = toGist(toPlain(`${item.title} ${item.summary}`))
  const all = units
    .flatMap((unit, at) => toCandidates(units, unit, at, context))
    .filter(({ text, takes }) => takes[0] === 0 || text.length >= SHORT_UNITS)
    .map((one) => ({ ...one, score: one.score + bonus(one.text, one.takes[0] ?? 0) }))
  const good = all.filter(({ text }) => text.length <= HOOK_UNITS && isWorthy(text, title))
  const hooks = distinct(good.toSorted((a, b) => b.score - a.score))
  const further = others
    .map(toPlain)
    .flatMap(sentences)
    .filter((text) => isWorthy(text, title) && isWhole(text) && !isLeaning(text))
  const toHook = (text: string): Hook => ({ text, takes: placesOf(text, units) })
  const short = further.filter((text) => text.length <= HOOK_UNITS).map(toHook)
  const found = distinct([...hooks, ...short])
  if (found.length > 0) return found
  const longer = [
    ...units
      .filter(({ kind, leansOn, announces }) => kind === 'sentence' && leansOn === null && announces === null)
      .map(({ text }) => text),
    ...further,
  ].filter((text) => text.length <= LONGEST_HOOK && isWhole(text) && isWorthy(text, title))
  return longer.length > 0 ? [toHook(longer[0] as string)] : toFirstLine(units)
}

/** At most three, none saying what a better one says. */
export function distinct<T extends Hook>(hooks: readonly T[]): T[] {
  const kept: T[] = []
  for (const hook of hooks) {
    const isAlike = kept.some(
      ({ text, takes }) =>
        overlap(text, hook.text) > ALIKE || takes.some((place) => hook.takes.includes(place)),
    )
    if (hook.text !== '' && !isAlike) kept.push(hook)
    if (kept.length === HOOKS) break
  }
  return kept
}

/** Where the units that say just this are. */
export function placesOf(text: string, units: readonly Unit[]): number[] {
  const key = toKey(text)
  return units.flatMap((unit, place) => (toKey(unit.text) === key ? [place] : []))
}

/** True for a sentence that ends as sentences do. */
export function isWhole(sentence: string): boolean {
  return /[.!?…。！？؟]["”»」’')）]*$/u.test(sentence)
}

function toCandidates(units: readonly Unit[], unit: Unit, at: number, context: Gist): Candidate[] {
  if (unit.kind !== 'sentence' || unit.leansOn !== null || !isWhole(unit.text) || isLeaning(unit.text))
    return []
  const next = units[at + 1]
  // The first of several: alone it tells nothing.
  if (next && isOneOfSeveral(unit.text, next.text)) return []
  const isWithin = at > 0 && units[at - 1]?.paragraph === unit.paragraph
  const asks = /^(?:if|when) you(?![\p{L}])/iu.test(unit.text)
  const score =
    (isWithin ? -1 : 0) -
    (asks ? 1 : 0) +
    weigh(unit.text) +
    ofPlace(unit.paragraph, at) +
    ofSubject(unit.text, context)
  if (unit.announces === null) return [{ text: unit.text, takes: [at], score }]
  // The first half alone often says the opposite of what is meant.
  if (next?.kind !== 'sentence') return []
  const setsUp =
    !isWithin && isLeaning(next.text) && !/[:：?？]$/.test(unit.text) && !isContrast(unit.text, next.text)
  if (setsUp) return [{ text: unit.text, takes: [at], score }]
  if (next.announces !== null || !isContrast(unit.text, next.text)) return []
  const pair = weigh(unit.text) + Math.max(0, weigh(next.text)) + ofPlace(unit.paragraph, at)
  return [{ text: `${unit.text}\n\n${next.text}`, takes: [at, at + 1], score: Math.max(score, pair) + 3.5 }]
}

/** Readers of the first lines have the best of the content in mind; authors put it there. */
function ofPlace(paragraph: number, at: number): number {
  if (at === 0) return 3.5
  if (paragraph <= 2) return 1.5
  return paragraph <= 6 ? 0.5 : 0
}

/** `The red dots …` points at something unless title or summary speak of it. */
function ofSubject(text: string, context: Gist): number {
  const shared = overlapOf(toGist(text), context)
  if (/^the (?!\p{L}+est\b|most\b|best\b|worst\b)/iu.test(text) && shared < 0.25) return -2.5
  return shared >= 0.25 ? 1 : 0
}

function isWorthy(text: string, title: string): boolean {
  const key = toKey(text)
  const titleKey = toKey(title)
  if (roughWords(text) < FEWEST_WORDS || isGreeting(text)) return false
  return key !== titleKey && !(titleKey.length > 20 && key.includes(titleKey))
}

/** A body of lines and lists only, or of one endless sentence. */
function toFirstLine(units: readonly Unit[]): Hook[] {
  const [unit] = units
  if (!unit) return []
  const line = (unit.text.split('\n')[0] ?? '').replace(/^(?:\s*(?:[•☑☐]|\d+\.)\s+)/, '')
  const isAll = line === unit.text && line.length <= HOOK_UNITS
  return [{ text: shorten(line, HOOK_UNITS), takes: isAll ? [0] : [] }]
}
