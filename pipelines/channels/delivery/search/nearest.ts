/**
 * What a mistyped word may mean. Two errors leave one third of a word as it was: words are looked up by their thirds, so
 * few are compared however many there are. (An exchange of two letters across thirds with another error in the third
 * one is not found.)
 */
import type { LocalFile } from '../../../../database/local-file.ts'
import { isUnspaced } from './words.ts'

const SHORTEST = 3
const LONGEST = 24
/** Words that are compared for one that was asked. */
const MOST_COMPARED = 5_000

/** Whether a word can have been meant: numbers and what has no spaces are asked as they are. */
export const isMeant = (word: string) =>
  word.length >= SHORTEST && word.length <= LONGEST && !/\p{N}/u.test(word) && !isUnspaced(word)

/** Errors that are forgiven in a word of this length. */
export const forgiven = (length: number) => (length <= 5 ? 1 : 2)

const bounds = (length: number) => [0, Math.floor(length / 3), Math.floor((2 * length) / 3), length] as const

const keyOf = (length: number, place: number, part: string) => `${length}.${place}.${part}`

/** A word's thirds, with their place and the word's length. */
export function partsOf(word: string): string[] {
  const [a, b, c, d] = bounds(word.length)
  return [keyOf(d, 0, word.slice(a, b)), keyOf(d, 1, word.slice(b, c)), keyOf(d, 2, word.slice(c, d))]
}

/** Under which keys stands what this word can become with as many errors. */
function keysNear(word: string, errors: number): string[] {
  const keys = new Set<string>()
  for (let more = -errors; more <= errors; more += 1) {
    const length = word.length + more
    if (length < SHORTEST || length > LONGEST) continue
    const [a, b, c, d] = bounds(length)
    keys.add(keyOf(length, 0, word.slice(a, b)))
    keys.add(keyOf(length, 2, word.slice(c - more, d - more)))
    for (let shift = -errors; shift <= errors; shift += 1)
      if (Math.abs(shift) + Math.abs(more + shift) <= errors && b + shift >= 0)
        keys.add(keyOf(length, 1, word.slice(b + shift, c + shift)))
  }
  return [...keys]
}

/** The words of the index that are nearest to one that is not in it; the likeliest first, at most `limit`. */
export function nearestTerms(file: LocalFile, word: string, limit: number): string[] {
  if (!isMeant(word)) return []
  const errors = forgiven(word.length)
  const terms = file
    .sql<[string]>(
      `SELECT DISTINCT term FROM search_parts WHERE part IN (SELECT value FROM json_each(?)) LIMIT ${MOST_COMPARED}`,
    )
    .all(JSON.stringify(keysNear(word, errors)))
  const near = terms
    .map(([term]) => ({ term, distance: distance(word, term, errors), common: commonStart(word, term) }))
    .filter((one) => one.distance <= errors)
    .sort((a, b) => a.distance - b.distance || b.common - a.common || (a.term < b.term ? -1 : 1))
  const found: { term: string; distance: number }[] = []
  for (const one of near) {
    if (found.length === limit || (found[0] && found[0].distance < one.distance)) break
    if (isThere(file, one.term)) found.push(one)
  }
  return found.map(({ term }) => term)
}

/** Whether any item has it now. */
const isThere = (file: LocalFile, term: string) =>
  file
    .sql('SELECT 1 FROM search WHERE search MATCH ? LIMIT 1')
    .get(`{title names summary body} : "${term}"`) !== undefined

function commonStart(a: string, b: string): number {
  let length = 0
  while (length < a.length && a[length] === b[length]) length += 1
  return length
}

/** Letters to change, add, take out or exchange with their neighbour (optimal string alignment); `most` + 1: more than that. */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let older: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i]
    let least = i
    for (let j = 1; j <= b.length; j += 1) {
      let cost = Math.min(
        (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
        (previous[j] ?? 0) + 1,
        (current[j - 1] ?? 0) + 1,
      )
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (older[j - 2] ?? 0) + 1)
      current.push(cost)
      least = Math.min(least, cost)
    }
    if (least > most) return most + 1
    older = previous
    previous = current
  }
  return Math.min(previous[b.length] ?? 0, most + 1)
}
