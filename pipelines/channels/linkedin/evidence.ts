/** How much a sentence is worth to somebody who scrolls by: numbers, contrasts, questions and claims, not filler. */
import { toKey } from './plain.ts'

const digits = /\p{N}/u
const numerals =
  /(?<![\p{L}\p{N}])(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|half|twice|quarter|third)(?![\p{L}\p{N}])/iu
const negation =
  /n['’]t(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])(?:not|never|no longer|nobody|nothing|rarely|seldom|cannot|without|neither|kein|keine|nicht|nie|pas|jamais)(?![\p{L}\p{N}])/iu
const contrast =
  /(?<![\p{L}\p{N}])(?:but|instead|rather than|whether|while|although|even when|even though|unlike|more than|than|only|still|versus|vs)(?![\p{L}\p{N}])|,\s(?:not|it['’]s|they['’]re|never)\s/iu
const claim =
  /(?<![\p{L}\p{N}])(?:best|strongest|biggest|most|worst|wrong|mistake|misconception|myth|truth|simplest|hardest|always|every|fail|fails|derail|decides|matters)(?![\p{L}\p{N}])/iu
const filler =
  /(?<![\p{L}\p{N}])(?:one of the (?:most|key)|most (?:important|valuable|common)|is important|an important|are important|attractive|usually combines?|(?:often|usually|typically) (?:includes?|involves?)|learning (?:area|topic)|career path|such a strong|valuable|highlights|various|a wide range)(?![\p{L}\p{N}])/iu

const definition = /^(?:an?|the) [^.,;:]{3,50} (?:is|are|means) (?:an?|the|not) /iu

const PLEASANT_UNITS = 200
const TIRING_UNITS = 300

/** 0 for an ordinary sentence, up to about 8; below 0 for one that only fills. */
export function weigh(sentence: string): number {
  let score = 0
  if (digits.test(sentence)) score += 2
  else if (numerals.test(sentence)) score += 1
  if (negation.test(sentence)) score += 1.5
  if (contrast.test(sentence)) score += 1.5
  if (claim.test(sentence)) score += 1
  if (/["“][^"“”]{12,}["”]/.test(sentence)) score += 1.5
  if (/[?？]["”]?$/.test(sentence)) score += 0.5
  if (definition.test(sentence)) score += 1
  if (filler.test(sentence)) score -= 3
  if (sentence.length > PLEASANT_UNITS) score -= 1
  if (sentence.length > TIRING_UNITS) score -= 2
  if (roughWords(sentence) < 4) score -= 1
  return score
}

/** How many words, near enough for a weight: by spaces, and where there are none two signs for each. */
export function roughWords(text: string): number {
  const signs = text.match(/[\u3040-\u30FF\u3400-\u9FFF\uAC00-\uD7AF\u0E00-\u0E7F]/g)?.length ?? 0
  return text.split(/\s+/).length + Math.floor(signs / 2)
}

/** True for two sentences that make one contrast: `… aren't X.` – `They're Y.`, `The manager …` – `The director …`. */
export function isContrast(first: string, second: string): boolean {
  if (/[?:]$/.test(first) || /[?:]$/.test(second) || second.length > 110) return false
  const turns =
    /^(?:so |but )?(?:it|they|that|those|he|she|we|you)(?:['’](?:re|s|ve))?(?![\p{L}\p{N}])/iu.test(second)
  const orders = /^(?:never|do not|don['’]t|no)(?![\p{L}])/iu.test(first)
  if (turns && !orders && negation.test(first) && !negation.test(second)) return true
  if (turns && /misconception|myth|people think|assume/i.test(first)) return true
  if (digits.test(first) && digits.test(second) && / of (?:them|these|those)(?![\p{L}])/iu.test(second))
    return true
  if (/^but /i.test(second) && first.length < 110) return true
  return isParallel(first, second)
}

/** True for `… is about much more than output.` – `It is about …`, however long the second is. */
export function isTurned(first: string, second: string): boolean {
  const sets =
    /(?<![\p{L}])(?:more than|not (?:only|just|merely|simply)|is not about|isn['’]t about)(?![\p{L}])/iu
  return sets.test(first) && /^(?:it|they)(?:['’](?:s|re)| is| are)(?![\p{L}])/iu.test(second)
}

/** True for the first two of several: `One hundred trees were watered …` – `Another hundred were watered …`. */
export function isOneOfSeveral(first: string, second: string): boolean {
  if (!/^(?:another|a second|the (?:second|other|others|last|rest))(?! of )(?![\p{L}])/iu.test(second))
    return false
  const words = new Set(toKeyWords(first).filter(({ length }) => length > 3))
  return toKeyWords(second).filter((word) => words.has(word)).length >= 2
}

const hinges = /^(?:where|when|who|what|is|are|was|were|need|cost)$/

/** True for two sentences that are built alike at their beginnings: `ERP tells you …` – `MES tells you …`. */
export function isParallel(first: string, second: string): boolean {
  const [one, two] = [first, second].map((text) => toKeyWords(text).slice(0, 5)) as [string[], string[]]
  if (one.join() === two.join() || /^another(?!\p{L})/iu.test(second)) return false
  const shared = one.filter((word, at) => word === two[at])
  const isShort = first.length <= 60 && second.length <= 60 && Math.abs(first.length - second.length) <= 12
  if (isShort && one[0] !== two[0] && shared.length === 1) return shared.some((word) => hinges.test(word))
  return shared.length >= 2 && Math.abs(first.length - second.length) < 90
}

/** What a text is about, for comparing it with others. */
export type Gist = { words: ReadonlySet<string>; numbers: string; key: string }

export function toGist(text: string): Gist {
  const words = new Set(toKeyWords(text).filter(({ length }) => length > 3))
  return { words, numbers: (text.match(/\p{N}+/gu) ?? []).join(' '), key: toKey(text) }
}

/** How much of the shorter text's words (of four letters and more) the other has too: 0 to 1. Other numbers, other facts. */
export function overlapOf(a: Gist, b: Gist): number {
  const [fewer, more] = a.words.size < b.words.size ? [a.words, b.words] : [b.words, a.words]
  if (fewer.size < 4) return a.key === b.key ? 1 : 0
  let shared = 0
  for (const word of fewer) if (more.has(word)) shared += 1
  const isOther = a.numbers !== '' && b.numbers !== '' && a.numbers !== b.numbers
  return (shared / fewer.size) * (isOther ? 0.5 : 1)
}

export function overlap(a: string, b: string): number {
  return overlapOf(toGist(a), toGist(b))
}

/** Words in lower case, without a plural's or a verb's `s`. */
function toKeyWords(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).map((word) =>
    word.replace(/(?<=\p{L}{3})s$/u, ''),
  )
}
