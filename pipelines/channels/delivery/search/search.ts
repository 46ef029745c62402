/** Finds items by words (docs/adr/0013). Answers at once, from the local store; only live items are in the index. */
import type { LocalFile, Value } from '../../../../database/local-file.ts'
import { listMark, nameMark } from './indexed.ts'
import { nearestTerms } from './nearest.ts'
import { type Phrase, phrasesOf, questionOf, type Wanted } from './query.ts'
import { isUnspaced } from './words.ts'

export type Search = {
  /** As it was typed; `faultOf` says whether it may be asked. */
  q: string
  /** Lists (places.ts): of each of these a hit stands in one at least. Types are lists too. */
  filterLists: readonly (readonly string[])[]
  /** What else holds for a hit: a condition on `items`. */
  where?: { condition: string; values: readonly Value[] }
  limit: number
  /** Where the page begins: 0, or `next` of the one before. */
  from?: number
  isCounted?: boolean
}

export type Hit = { n: number; score: number }
/** `total`: if it was asked for. `phrases`: what to mark in texts. `next`: null at the end, and at a depth of 1,000. */
export type Hits = { hits: Hit[]; next: number | null; phrases: Phrase[]; total?: number }

/** Nobody reads further. */
export const DEEPEST = 1_000
/** What a word may mean when it is in no item. */
const MOST_MEANINGS = 5

/**
 * Of what holds very many items only the newest are ranked, so that a common word costs no more on a large site: these
 * many that are called so exactly, that have every word in title or names, and that have them anywhere.
 */
const MOST_RANKED = { exactly: 50, byName: 1_000, anywhere: 2_000 }

/** Of title, names, summary, body; marks and capitals are not asked for. */
const SCORE = '-bm25(search, 10, 10, 3, 1, 0, 0)'

/**
 * Best first: what is called exactly so, what has every word in its title or names, then by FTS5's bm25; newest to
 * Galley last where all is equal. Words must all be there; when no item has them all, words that none has stand for those
 * that they may have been meant as; and when that finds nothing either, any of the words will do.
 */
export function search(file: LocalFile, asked: Search): Hits {
  const marks = asked.filterLists.map((lists) => lists.map(listMark))
  const phrases = phrasesOf(asked.q)
  if (phrases.length === 0 || marks.some((some) => some.length === 0)) return nothing(asked, phrases)
  const given = phrases.map((phrase): Wanted => [phrase])
  const has = (wanted: readonly Wanted[], by: 'AND' | 'OR') =>
    isAny(file, asked, questionOf(wanted, by, marks))
  if (has(given, 'AND')) return rank(file, asked, given, 'AND', marks)
  const meant = phrases.flatMap((phrase): Wanted[] =>
    has([[phrase]], 'AND') ? [[phrase]] : meanings(file, phrase),
  )
  const possible = meant.filter((wanted) => wanted.length > 0)
  if (possible.length === meant.length && has(possible, 'AND'))
    return rank(file, asked, possible, 'AND', marks)
  if (possible.length === 0) return nothing(asked, phrases)
  return rank(file, asked, possible, 'OR', marks)
}

const nothing = ({ isCounted }: Search, phrases: Phrase[]): Hits => ({
  hits: [],
  next: null,
  phrases,
  ...(isCounted ? { total: 0 } : {}),
})

/** Word by word what a phrase that no item has may mean. */
function meanings(file: LocalFile, { words, isBegun }: Phrase): Wanted[] {
  // One character of them alone means nothing.
  if (words.some(isUnspaced)) return [[]]
  const single = words.length === 1
  return words.map((word, index) => {
    const near = nearestTerms(file, word, MOST_MEANINGS).map(
      (term): Phrase => ({ words: [term], isBegun: false }),
    )
    if (single) return near
    return [{ words: [word], isBegun: isBegun && index === words.length - 1 }, ...near]
  })
}

const conditionOf = ({ where }: Search) =>
  where ? `AND EXISTS (SELECT 1 FROM items WHERE items.n = search.rowid AND (${where.condition}))` : ''

function isAny(file: LocalFile, asked: Search, question: string): boolean {
  const found = file.sql(`SELECT 1 FROM search WHERE search MATCH ? ${conditionOf(asked)} LIMIT 1`)
  return found.get(question, ...(asked.where?.values ?? [])) !== undefined
}

function rank(
  file: LocalFile,
  asked: Search,
  wanted: readonly Wanted[],
  by: 'AND' | 'OR',
  marks: readonly (readonly string[])[],
): Hits {
  const pool = (bonus: number, most: number) =>
    `SELECT * FROM (SELECT rowid AS n, ${bonus} + ${SCORE} AS score FROM search
     WHERE search MATCH ? ${conditionOf(asked)} ORDER BY rowid DESC LIMIT ${most})`
  const anywhere = questionOf(wanted, by, marks)
  const pools: [words: string, question: string][] = [
    [pool(2_000, MOST_RANKED.exactly), questionOf(wanted, by, [...marks, [nameMark(asked.q)]])],
    // With any one of the words in a title nothing is said of the others.
    ...(by === 'AND'
      ? [[pool(1_000, MOST_RANKED.byName), questionOf(wanted, by, marks, 'names')] as [string, string]]
      : []),
    [pool(0, MOST_RANKED.anywhere), anywhere],
  ]
  const from = asked.from ?? 0
  const most = Math.min(asked.limit, DEEPEST - from)
  const values = asked.where?.values ?? []
  const rows = file
    .sql<[number, number]>(
      `SELECT n, max(score) AS best FROM (${pools.map(([words]) => words).join(' UNION ALL ')})
       GROUP BY n ORDER BY best DESC, n LIMIT ? OFFSET ?`,
    )
    .all(...pools.flatMap(([, question]) => [question, ...values]), most + 1, from)
  const isMore = rows.length > most && from + most < DEEPEST
  return {
    hits: rows.slice(0, most).map(([n, score]) => ({ n, score: Math.round(score * 1000) / 1000 })),
    next: isMore ? from + most : null,
    phrases: wanted.flat(),
    ...(asked.isCounted ? { total: count(file, asked, anywhere) } : {}),
  }
}

const count = (file: LocalFile, asked: Search, question: string) =>
  file
    .sql<[number]>(`SELECT count(*) FROM search WHERE search MATCH ? ${conditionOf(asked)}`)
    .get(question, ...(asked.where?.values ?? []))?.[0] ?? 0
