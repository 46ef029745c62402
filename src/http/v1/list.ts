/** `/v1/{type}` */
import { findEach } from '../../../pipelines/channels/delivery/find.ts'
import { countItems, listPlaces } from '../../../pipelines/channels/delivery/list.ts'
import type { Filters } from '../../../pipelines/channels/delivery/list-plan.ts'
import type { Answer, Context, Route } from './answer.ts'
import { readCursor, writeCursor } from './cursor.ts'
import { filtersOf, isOn, limitOf, orderOf, sortOf } from './list-query.ts'
import { listParameters } from './parameters.ts'
import { type Given, isAnswer, readQuery } from './query.ts'
import { shaper } from './shape.ts'

/** So many lists are named as what an answer hangs on; beyond, the whole type is. */
const MOST_TAGS = 100

/** In characters. */
const LONGEST_PAGE = 10_000_000

/** Problems: 400 for a parameter, 410 for an `after` of another epoch. Searching is another route's. */
export const list: Route = ({ path, query }, context) => {
  const [type = ''] = path
  if (path.length !== 1 || !context.types.includes(type) || query.has('q')) return null
  const given = readQuery(query, listParameters(type))
  return isAnswer(given) ? given : listAnswer(type, given, query, context)
}

function listAnswer(type: string, given: Given, query: URLSearchParams, context: Context): Answer {
  const { store } = context
  const [limit, sort] = [limitOf(given), sortOf(given, type)]
  const [token] = given.get('after') ?? []
  const after = token === undefined ? null : readCursor(token, context.epoch(), sort)
  if (after && 'status' in after) return after
  const filters = filtersOf(store, given, type)
  const { places, smallest } = listPlaces(store, { filters, order: orderOf(sort), after, limit })
  const shape = shaper(store, given)
  const wanted = places.slice(0, limit).map(({ id }) => id)
  const { texts, taken } = fitting(findEach(store, wanted), (found) => found && shape.show(found.text))
  const last = places.length > taken ? places[taken - 1] : undefined
  const next = last ? writeCursor(context.epoch(), sort, last) : null
  const total = isOn(given, 'count') ? { total: countItems(store, filters) } : {}
  return {
    status: 200,
    body: `{"data":[${texts.join(',')}],"page":${JSON.stringify({ limit, next, ...total })}}`,
    ...(next ? { headers: { Link: nextLink(`${context.publicUrl}/v1/${type}`, query, next) } } : {}),
    isEmpty: texts.length === 0,
    tags: [...tagsOf(given, filters, smallest), ...shape.tags()],
  }
}

/**
 * As many rows as fit on a page, and one at least: `taken` of them. `show`: JSON; null where there is nothing to show. A
 * page is made, compressed and sent as a whole, so that whole items within a hundred items could take all memory there is.
 */
export function fitting<T>(
  rows: Iterable<T>,
  show: (row: T) => string | null,
): { texts: string[]; taken: number } {
  const texts: string[] = []
  let [taken, characters] = [0, 0]
  for (const row of rows) {
    const text = show(row) ?? ''
    characters += text.length
    if (taken > 0 && characters > LONGEST_PAGE) break
    taken += 1
    if (text !== '') texts.push(text)
  }
  return { texts, taken }
}

/** RFC 8288. */
export function nextLink(address: string, query: URLSearchParams, next: string): string {
  const following = new URLSearchParams(query)
  following.set('after', next)
  return `<${address}?${following}>; rel="next"`
}

/** Whatever the filters leave stands in the lists of any one of them. */
function tagsOf(given: Given, filters: Filters, smallest: number): string[] {
  const lists = filters.lists[smallest] ?? [filters.type]
  return [
    ...(lists.length > MOST_TAGS ? [filters.type] : lists),
    ...(given.has('topic') && isOn(given, 'descendants') ? ['topics'] : []),
  ]
}
