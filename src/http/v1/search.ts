/** `/v1/search` and `/v1/{type}?q=` */
import type { Value } from '../../../database/local-file.ts'
import { textOf } from '../../../pipelines/channels/delivery/find.ts'
import { listOf } from '../../../pipelines/channels/delivery/places.ts'
import { faultOf, type Phrase } from '../../../pipelines/channels/delivery/search/query.ts'
import { DEEPEST, type Search, search } from '../../../pipelines/channels/delivery/search/search.ts'
import { marked, snippetOf } from '../../../pipelines/channels/delivery/search/snippet.ts'
import type { ContentItem } from '../../../pipelines/content-item.ts'
import type { Answer, Asked, Context, Route } from './answer.ts'
import { readCursor, writeCursor } from './cursor.ts'
import { fitting, nextLink } from './list.ts'
import { filtersOf, isOn, limitOf } from './list-query.ts'
import { listParameters, SEARCH } from './parameters.ts'
import { problemAnswer } from './problem-answer.ts'
import { type Given, isAnswer, readQuery, refusal } from './query.ts'
import { searchParameters } from './search-parameters.ts'
import { type Shaper, shaper } from './shape.ts'

/** What `cursor.ts` calls the order. */
const BY_RANK = 'rank'

/** Across types. Each hit is a card with `score` and `highlights`, or what `fields`, `body` and `include` ask for. */
export const searchAll: Route = (asked, context) => {
  if (asked.path.length !== 1 || asked.path[0] !== 'search') return null
  const given = readQuery(asked.query, searchParameters(context.types))
  if (isAnswer(given)) return given
  const types = given.get('types') ?? context.types
  return searchAnswer(asked, given, context, { filterLists: [types.map((type) => listOf(type))] })
}

/** Within a type and its filters: whole items, as its list gives them, with `score` and `highlights`. */
export const searchType: Route = (asked, context) => {
  const [type = ''] = asked.path
  if (asked.path.length !== 1 || !context.types.includes(type) || !asked.query.has('q')) return null
  const given = readQuery(asked.query, listParameters(type))
  if (isAnswer(given)) return given
  const [sort] = given.get('sort') ?? []
  if (sort !== undefined)
    return refusal({ name: 'sort' }, sort, 'is not allowed with "q": best matches come first')
  const { lists, ...others } = filtersOf(context.store, given, type)
  return searchAnswer(asked, given, context, { filterLists: [[type], ...lists], ...conditionOf(others) })
}

/** Filters that are no lists. */
function conditionOf(filters: {
  updatedSince?: string
  minPay?: number
  maxPay?: number
}): Pick<Search, 'where'> {
  const { updatedSince, minPay, maxPay } = filters
  const given: [string, Value | undefined][] = [
    ['items.updated >= ?', updatedSince],
    ['items.high >= ?', minPay],
    ['items.low <= ?', maxPay],
  ]
  const asked = given.flatMap(([condition, value]) => (value === undefined ? [] : [{ condition, value }]))
  if (asked.length === 0) return {}
  const condition = asked.map((one) => one.condition).join(' AND ')
  return { where: { condition, values: asked.map(({ value }) => value) } }
}

/** Problems: 400 for `q` and `after`, 410 for an `after` of another epoch. Any change may change the order. */
function searchAnswer(
  { path, query }: Asked,
  given: Given,
  context: Context,
  within: Pick<Search, 'filterLists' | 'where'>,
): Answer {
  const [q = ''] = given.get('q') ?? []
  const fault = faultOf(q)
  if (fault) return problemAnswer({ status: 400, detail: fault, parameter: SEARCH.name })
  const from = fromOf(given, context)
  if (typeof from !== 'number') return from
  const limit = limitOf(given)
  const isCounted = isOn(given, 'count')
  const found = search(context.store, { q, ...within, limit, from, isCounted })
  const { hits, phrases, total } = found
  const isCard = path[0] === 'search' && !['fields', 'body', 'include'].some((name) => given.has(name))
  const show = shower(context, isCard ? null : shaper(context.store, given), phrases)
  const { texts, taken } = fitting(hits, show)
  const next = taken < hits.length ? from + taken : found.next
  const token = next === null ? null : writeCursor(context.epoch(), BY_RANK, { value: String(next), id: '' })
  const page = { limit, next: token, ...(isCounted ? { total } : {}) }
  return {
    status: 200,
    body: `{"data":[${texts.join(',')}],"page":${JSON.stringify(page)}}`,
    ...(token ? { headers: { Link: nextLink(`${context.publicUrl}/v1/${path[0]}`, query, token) } } : {}),
    isEmpty: texts.length === 0,
    tags: ['all'],
  }
}

function fromOf(given: Given, { epoch }: Context): number | Answer {
  const [token] = given.get('after') ?? []
  if (token === undefined) return 0
  const place = readCursor(token, epoch(), BY_RANK)
  if ('status' in place) return place
  const from = /^\d{1,4}$/.test(place.value) ? Number(place.value) : DEEPEST
  return from < DEEPEST
    ? from
    : refusal({ name: 'after' }, token, 'must be a "next" of an earlier page, as it was given')
}

/** A hit as it is given out, JSON. `shape`: null for a card. */
function shower({ store }: Context, shape: Shaper | null, phrases: readonly Phrase[]) {
  const read = store.sql<[string, string]>('SELECT item, carried FROM items WHERE n = ? AND live = 1')
  return ({ n, score }: { n: number; score: number }): string | null => {
    const row = read.get(n)
    if (!row) return null
    const item = JSON.parse(row[0]) as ContentItem
    const { id, type, slug, url, title, summary, text } = item
    const highlights = { title: marked(title, phrases), snippet: snippetOf(text || summary, phrases) }
    const shown = shape
      ? shape.show(textOf(row[0], row[1]))
      : JSON.stringify({ id, type, slug, url, title, summary })
    return `${shown.slice(0, -1)},${JSON.stringify({ score, highlights }).slice(1)}`
  }
}
