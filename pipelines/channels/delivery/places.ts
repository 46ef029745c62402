/** Where an item stands in lists, and what lists it is in. Pure. */
import type { ContentItem, Json } from '../../content-item.ts'

/** What a list is sorted by, and what of an item is compared without reading the whole. */
export type Columns = {
  published: string
  updated: string
  title: string
  code: string | null
  /** Of what a role pays, in the currency and period that it says. */
  low: number | null
  high: number | null
}

type Named = { [key: string]: Json } | null | undefined

/** The name of the list of what items of a type share: `articles`, or `articles topic:mes`. */
export function listOf(type: string, name?: Filter, value?: string): string {
  return name === undefined ? type : `${type} ${name}:${value}`
}

/** Filters that have lists of their own, under the names of the parameters. */
export const LISTED = [
  'topic',
  'author',
  'relatedTo',
  'family',
  'level',
  'code',
  'function',
  'track',
  'category',
  'letter',
  'client',
] as const
export type Filter = (typeof LISTED)[number]

/** Every list that a live item stands in; the first is its type's. */
export function listsOf(item: ContentItem): string[] {
  const { type, fields } = item
  const family = fields.family as Named
  const level = fields.level as Named
  const category = fields.category as Named
  const shared: [Filter, unknown][] = [
    ...item.topics.map(({ slug }): [Filter, string] => ['topic', slug]),
    ...item.authors.map(({ slug }): [Filter, string] => ['author', slug]),
    ...relatedIds(item).map((id): [Filter, string] => ['relatedTo', id]),
    ...(type === 'role-profiles'
      ? ([
          ['family', family?.code],
          ['level', level?.code],
          ['code', fields.code],
          ['function', family?.function],
          ['track', family?.track],
        ] as [Filter, unknown][])
      : []),
    ...(type === 'glossary-terms'
      ? ([
          ['category', category?.slug],
          ['letter', letterOf(item.title)],
        ] as [Filter, unknown][])
      : []),
    ...(type === 'case-studies' ? ([['client', fields.client]] as [Filter, unknown][]) : []),
  ]
  const lists = shared.flatMap(([name, value]) =>
    typeof value === 'string' && value !== '' ? [listOf(type, name, value)] : [],
  )
  return [listOf(type), ...new Set(lists)]
}

/** Everything that the item shows as a relation, by id. */
function relatedIds({ relations, authors, topics, fields }: ContentItem): string[] {
  const named = [fields.family, fields.level] as Named[]
  return [
    ...Object.values(relations).flatMap((cards) => cards.map(({ id }) => id)),
    ...authors.map(({ id }) => id),
    ...topics.map(({ id }) => id),
    ...named.flatMap((one) => (typeof one?.id === 'string' ? [one.id] : [])),
  ]
}

/** `a` to `z`, or `#` for what begins with none of them. */
export function letterOf(title: string): string {
  const first = sortKeyOf(title)[0] ?? ''
  return first >= 'a' && first <= 'z' ? first : '#'
}

/** Of what a list is sorted by: it stands in every cursor. */
const LONGEST_KEY = 200

/** Lower case without accents, as lists by title are sorted; what is alike in its first 200 characters is a tie. */
export function sortKeyOf(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(/\p{Cc}+/gu, ' ')
    .slice(0, LONGEST_KEY)
}

export function columnsOf(item: ContentItem): Columns {
  const pay = item.fields.pay as Named
  const numberOf = (value: Json | undefined) => (typeof value === 'number' ? value : null)
  const median = numberOf(pay?.median)
  return {
    published: item.publishedAt,
    updated: item.updatedAt,
    title: sortKeyOf(item.title),
    code: typeof item.fields.code === 'string' ? item.fields.code.slice(0, LONGEST_KEY) : null,
    low: numberOf(pay?.low) ?? median,
    high: numberOf(pay?.high) ?? median,
  }
}
