/**
 * Every parameter of the delivery API, once: requests are checked against it, problems list what it allows, and the
 * OpenAPI document says it.
 */
import { FILTERS } from './filters.ts'
import type { Parameter } from './parameter.ts'

export const SORTS = ['publishedAt', '-publishedAt', 'updatedAt', '-updatedAt', 'title', '-title'] as const
/** What lists begin with when nobody says. */
export const DEFAULT_SORTS: { [type: string]: 'title' | 'code' } = {
  'glossary-terms': 'title',
  topics: 'title',
  people: 'title',
  'role-profiles': 'code',
}

export const BODIES = ['html', 'markdown', 'text', 'blocks', 'none'] as const

/** Members of an item, as `fields` names them. */
export const FIELDS = [
  'id',
  'type',
  'slug',
  'formerSlugs',
  'url',
  'title',
  'summary',
  'html',
  'markdown',
  'text',
  'blocks',
  'toc',
  'authors',
  'topics',
  'image',
  'publishedAt',
  'updatedAt',
  'seo',
  'relations',
  'fields',
  'jsonLd',
  'channels',
  'ladder',
  'adjacent',
  'mentions',
] as const

/** Relations that `include` gives whole. */
export const INCLUDES = ['author', 'topics', 'faqs', 'caseStudies', 'glossaryTerms', 'roleProfiles'] as const

/** How an item is shown: with one item as with many. */
export const SHAPE: readonly Parameter[] = [
  {
    name: 'fields',
    kind: 'some of',
    values: FIELDS,
    isMany: true,
    example: 'title,url',
    description:
      'Only these members of each item, and those that `body` and `include` name. `id` is always there.',
  },
  {
    name: 'body',
    kind: 'some of',
    values: BODIES,
    isMany: true,
    example: 'html',
    description:
      'Only these forms of the body, of included items and of the answers of questions too: `blocks` is the tree with heading ids, with `toc` beside it; `none` leaves the body out. Absent: all.',
  },
  {
    name: 'include',
    kind: 'some of',
    values: INCLUDES,
    isMany: true,
    example: 'author,faqs',
    description:
      'These relations as whole items; else each is a card. What they relate to stays cards, and `fields` does not choose among their members. `author` fills `authors`; the last four stand in `relations`.',
  },
]

export const PAGING: readonly Parameter[] = [
  {
    name: 'limit',
    kind: 'whole number',
    min: 1,
    max: 100,
    default: '20',
    example: '10',
    description: 'How many items a page holds; fewer where they come to more than about 10 MB.',
  },
  {
    name: 'after',
    kind: 'text',
    example: 'WyJ…',
    description: '`page.next` of the page before, as it was given.',
  },
  {
    name: 'count',
    kind: 'flag',
    example: 'true',
    description: 'Whether to say in `page.total` how many items there are.',
  },
]

export const SORT: Parameter = {
  name: 'sort',
  kind: 'one of',
  values: SORTS,
  example: '-updatedAt',
  description:
    'Descending with `-`. Absent: newest first; terms, topics and people by name, role profiles by code. Names without accents and in lower case, by their first 200 characters; ties by `id`, in the same direction.',
}

export const SEARCH: Parameter = {
  name: 'q',
  kind: 'text',
  example: 'manufacturing execution',
  description:
    'Words to search for: the last one may be a beginning, small typing errors and accents do not matter. Best matches first; `sort` is not allowed with it. At most 12 words and 200 characters. Each item has `score` and `highlights` (`title`, `snippet`: HTML with `<mark>`) beside its members; pages go 1,000 items deep.',
}

const ofLists = new Map<string, readonly Parameter[]>()

/** Of `/v1/{type}`, which is one of the API's types. */
export function listParameters(type: string): readonly Parameter[] {
  const known = ofLists.get(type)
  if (known) return known
  const all = [...PAGING, SORT, SEARCH, ...FILTERS, ...SHAPE]
  const found = all.filter(({ types }) => !types || types.includes(type))
  ofLists.set(type, found)
  return found
}

/** Of `/v1/sync`. `types` allows what the site has (syncParameters). */
export const SYNC: readonly Parameter[] = [
  {
    name: 'cursor',
    kind: 'text',
    example: 'WyJ…',
    description: '`cursor` of the answer before, as it was given. Absent: everything from the beginning.',
  },
  {
    name: 'limit',
    kind: 'whole number',
    min: 1,
    max: 1000,
    default: '100',
    example: '500',
    description: 'The most items in an answer; about 5 MB end it earlier.',
  },
  {
    name: 'types',
    kind: 'some of',
    isMany: true,
    example: 'articles,people',
    description: 'Only items of these types. A cursor holds its types: others need a walk of their own.',
  },
]

/** Of `/v1/changes`, which has no pages. */
export const CHANGES: readonly Parameter[] = SYNC.flatMap((parameter) => {
  const { name } = parameter
  if (name === 'limit') return []
  const description = 'A `cursor` of `/v1/sync` or of an event. Absent: only what happens from now on.'
  return [name === 'cursor' ? { ...parameter, description } : parameter]
})

/** `SYNC` or `CHANGES` with the types that there are. */
export function withTypes(parameters: readonly Parameter[], types: readonly string[]): Parameter[] {
  return parameters.map((parameter) =>
    parameter.name === 'types' ? { ...parameter, values: types } : parameter,
  )
}
