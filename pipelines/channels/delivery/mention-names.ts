/** By which words a glossary term is mentioned, and whether a text has them. Pure. */
import type { ContentItem, Json } from '../../content-item.ts'
import { bareName, wordStreamsOf } from './search/indexed.ts'
import { asCapital, isCapital, wordsOf } from './search/words.ts'

/** `words`: as they stand in the index, with a space between. `kind`: in any case, or as written. */
export type Name = { words: string; kind: 'letters' | 'capitals' }

export type NameOfTerm = Name & { term: string }

/** In any case: the name and aliases. As written: abbreviations, and what has no small letters (`IT` is not "it"). */
export function namesOfTerm({ title, fields }: ContentItem): Name[] {
  const aliases = Array.isArray(fields.aliases) ? fields.aliases : []
  const names = [nameOf(bareName(title), false), nameOf(fields.abbreviation, true)]
  for (const alias of aliases) names.push(nameOf(alias, false))
  const known = new Map(
    names.flatMap((name) => (name ? [[`${name.kind} ${name.words}`, name] as const] : [])),
  )
  return [...known.values()]
}

/** Null for what has no two letters: it would be everywhere. */
function nameOf(value: Json | undefined, isAbbreviation: boolean): Name | null {
  if (typeof value !== 'string' || (value.match(/\p{L}/gu)?.length ?? 0) < 2) return null
  const words = wordsOf(value)
  const written = words.map(({ start, end }) => value.slice(start, end))
  const isAsWritten =
    written.length > 0 && written.every(isCapital) && (isAbbreviation || !/\p{Ll}/u.test(value))
  return isAsWritten
    ? { words: written.map(asCapital).join(' '), kind: 'capitals' }
    : { words: words.map(({ word }) => word).join(' '), kind: 'letters' }
}

/** Terms that an item uses. `named`: the names that begin with one of these words. */
export function usedIn(item: ContentItem, named: (heads: string[]) => NameOfTerm[]): Set<string> {
  const { title, summary, body } = wordStreamsOf(item)
  const texts = {
    letters: [title, summary, body].map(({ letters }) => letters),
    capitals: [title, summary, body].map(({ capitals }) => capitals),
  }
  const names = named([...new Set([...texts.letters, ...texts.capitals].flat())])
  const heads = new Set(names.map(({ words }) => headOf(words)))
  const places = { letters: placesOf(texts.letters, heads), capitals: placesOf(texts.capitals, heads) }
  const used = new Set<string>()
  for (const { term, words, kind } of names) {
    if (used.has(term)) continue
    const all = words.split(' ')
    const isUsed = (places[kind].get(headOf(words)) ?? []).some(([stream, at]) =>
      all.every((word, index) => stream[at + index] === word),
    )
    if (isUsed) used.add(term)
  }
  return used
}

/** The word that a name is looked up by. */
export const headOf = (words: string) => words.split(' ', 1)[0] ?? ''

type Place = [stream: readonly string[], at: number]

/** Where these words stand. */
function placesOf(
  streams: readonly (readonly string[])[],
  wanted: ReadonlySet<string>,
): Map<string, Place[]> {
  const places = new Map<string, Place[]>()
  for (const stream of streams)
    for (const [at, word] of stream.entries()) {
      if (!wanted.has(word)) continue
      const known = places.get(word)
      if (known) known.push([stream, at])
      else places.set(word, [[stream, at]])
    }
  return places
}
