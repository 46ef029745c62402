/** What of an item is searched, and under which marks it is found. Pure. */
import { createHash } from 'node:crypto'
import type { ContentItem, Json } from '../../../content-item.ts'
import { listsOf } from '../places.ts'
import { type Streams, streamsOf, wordsOf } from './words.ts'

/** Nobody searches for them: no text of theirs is a page. */
const NOT_SEARCHED = new Set(['settings', 'media'])

export const isSearched = ({ type }: Pick<ContentItem, 'type'>) => !NOT_SEARCHED.has(type)

/** One row of the index, in words. */
export type Indexed = {
  title: string
  names: string
  summary: string
  body: string
  /** Which lists it stands in and what exactly it is called: `listMark`, `nameMark`. */
  marks: string
  /** Words that case tells apart, for mentions. */
  capitals: string
}

type ItemStreams = { title: Streams; summary: Streams; body: Streams }
const known = new WeakMap<ContentItem, ItemStreams>()

/** Title, summary and text as words; made once for all who ask while an item is applied. */
export function wordStreamsOf(item: ContentItem): ItemStreams {
  const streams = known.get(item) ?? {
    title: streamsOf(item.title),
    summary: streamsOf(item.summary),
    body: streamsOf(item.text),
  }
  known.set(item, streams)
  return streams
}

export function indexedOf(item: ContentItem): Indexed {
  const names = namesOf(item)
  const { title, summary, body } = wordStreamsOf(item)
  const marks = [
    ...listsOf(item).map(listMark),
    ...new Set([item.title, bareName(item.title), ...names].map(nameMark)),
  ]
  return {
    title: title.letters.join(' '),
    names: names.flatMap((name) => streamsOf(name).letters).join(' '),
    summary: summary.letters.join(' '),
    body: body.letters.join(' '),
    marks: marks.join(' '),
    capitals: [title, summary, body].flatMap(({ capitals }) => capitals).join(' '),
  }
}

/** A name without what stands in parentheses at its end: `Manufacturing Execution System (MES)`. */
export const bareName = (name: string) => name.replace(/\s*\([^()]*\)\s*$/u, '').trim() || name

/** What it is called beside its title. */
export function namesOf({ fields }: ContentItem): string[] {
  const { abbreviation, code, client, aliases, titleAliases } = fields
  return [abbreviation, code, client, ...listIn(aliases), ...listIn(titleAliases)].filter(
    (name): name is string => typeof name === 'string' && name !== '',
  )
}

const listIn = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : [])

/** A list (places.ts) as a word of the index. */
export const listMark = (list: string) => mark('l', list)

/** A name that is written like this, accents, case and signs aside. */
export const nameMark = (name: string) =>
  mark(
    'n',
    wordsOf(name)
      .map(({ word }) => word)
      .join(' '),
  )

const mark = (kind: string, value: string) =>
  kind + createHash('sha1').update(value).digest('hex').slice(0, 16)
