/** What somebody typed, as a question to the index. Pure. */
import { isUnspaced, wordsOf } from './words.ts'

/** Words that stand side by side; `isBegun`: of the last one only the beginning is known. */
export type Phrase = { words: readonly string[]; isBegun: boolean }

/** A phrase and what else it may mean. */
export type Wanted = readonly Phrase[]

export const MOST_CHARACTERS = 200
export const MOST_WORDS = 12
/** A beginning of one letter would be that of every fourth word. */
const SHORTEST_BEGINNING = 2

/** Why it cannot be searched for, as a sentence to whoever asked; null when it can. */
export function faultOf(q: string): string | null {
  if (q.trim() === '') return '"q" must hold at least one word.'
  if ([...q].length > MOST_CHARACTERS) return `"q" must have at most ${MOST_CHARACTERS} characters.`
  if (countOf(phrasesOf(q)) > MOST_WORDS) return `"q" must have at most ${MOST_WORDS} words.`
  return null
}

/** Words that may each mean another one, which is looked for at a cost; what has no spaces is asked as it is. */
const countOf = (phrases: readonly Phrase[]) =>
  phrases.reduce((sum, { words }) => sum + (words.some(isUnspaced) ? 1 : words.length), 0)

/** Words are apart by spaces or signs; what signs join inside a word (`e-mail`, `OPS.PRD.M4`) is a phrase. */
export function phrasesOf(q: string): Phrase[] {
  const phrases: string[][] = []
  let last = -1
  for (const { word, start, end } of wordsOf(q)) {
    const phrase = phrases.at(-1)
    if (phrase && /^[-._'’‐‑]?$/.test(q.slice(last, start))) phrase.push(word)
    else phrases.push([word])
    last = end
  }
  const isFinished = /\s$/.test(q)
  return phrases.map((words, index) => {
    const final = words.at(-1) ?? ''
    const isLast = index === phrases.length - 1
    return {
      words,
      isBegun: isLast && !isFinished && final.length >= SHORTEST_BEGINNING && !isUnspaced(final),
    }
  })
}

/** In FTS5's language. Words hold letters and numbers only, so nothing in them can be read as an operator. */
export const toMatch = ({ words, isBegun }: Phrase) => `"${words.join(' ')}"${isBegun ? '*' : ''}`

const anyOf = (matches: readonly string[]) => `(${matches.join(' OR ')})`
const SEARCHED = '{title names summary body}'
const NAMES = '{title names}'

/** `marks`: of each row one at least. `null`: no words to search for. */
export function questionOf(
  wanted: readonly Wanted[],
  by: 'AND' | 'OR',
  marks: readonly (readonly string[])[],
  columns: 'all' | 'names' = 'all',
): string {
  const words = wanted.map((phrases) => anyOf(phrases.map(toMatch))).join(` ${by} `)
  const filters = marks.map((some) => `marks : ${anyOf(some.map((mark) => `"${mark}"`))}`)
  return [`${columns === 'all' ? SEARCHED : NAMES} : (${words})`, ...filters].join(' AND ')
}
