/** Pages of lists, by ranges of indexes: what a page costs does not grow with the number of items. */
import type { LocalFile, Value } from '../../../database/local-file.ts'
import { type Filters, type Plan, planList, sumOf } from './list-plan.ts'
import { paidQuery } from './paid.ts'

/** What a list is sorted by; ties by id, the same way. */
export type Order = { column: 'published' | 'updated' | 'title' | 'code'; isDescending: boolean }

/** An item's place in an order. */
export type Place = { value: string; id: string }

export type Page = {
  filters: Filters
  order: Order
  /** Where the page before ended; null at the beginning. */
  after: Place | null
  limit: number
}

type Row = [value: string, id: string]
type Words = { words: string; values: Value[] }

/** Items of a page in their order, one more than `limit` where there are more; they hang on the lists of `smallest`. */
export function listPlaces(file: LocalFile, page: Page): { places: Place[] } & Pick<Plan, 'smallest'> {
  const plan = planList(file, page.filters, page.order.column)
  const rows =
    plan.lists.length === 0 ? [] : plan.isMerged ? merged(file, page, plan) : ranged(file, page, plan)
  return { places: rows.map(([value, id]) => ({ value, id })), smallest: plan.smallest }
}

/** How many items the filters leave. */
export function countItems(file: LocalFile, filters: Filters): number {
  const [anyOf = [], ...others] = filters.lists
  const isOne = others.length === 0 && anyOf.length <= 1
  const further = [filters.updatedSince, filters.minPay, filters.maxPay]
  if (isOne && further.every((one) => one === undefined))
    return sumOf(file, anyOf.length === 0 ? [filters.type] : anyOf)
  const isOfPay = filters.lists.length === 0 && paidQuery(filters) !== null
  const plan: Plan = isOfPay
    ? { lists: [filters.type], others: [], index: 'pay', isMerged: false, smallest: -1 }
    : planList(file, filters, 'updated')
  const source = sourceOf(filters, plan)
  const { words, values } = conditions(filters, plan)
  const row = file
    .sql<[number]>(
      `SELECT count(DISTINCT p.id) FROM ${source.words} p.list IN (SELECT value FROM json_each(?))${words}`,
    )
    .get(...source.values, JSON.stringify(plan.lists), ...values)
  return row?.[0] ?? 0
}

/** Up to the first condition. */
function sourceOf(filters: Filters, { index }: Plan): Words {
  const paid = index === 'pay' ? paidQuery(filters) : null
  if (!paid) return { words: `places p INDEXED BY places_by_${index} WHERE`, values: [] }
  return { words: `(${paid.words}) w CROSS JOIN places p WHERE p.id = w.id AND`, values: paid.values }
}

/** One index, read from the page's beginning on; several lists are sorted, being small. */
function ranged(file: LocalFile, page: Page, plan: Plan): Row[] {
  const { lists } = plan
  const isOne = lists.length === 1
  const column = `p.${page.order.column}`
  const source = sourceOf(page.filters, plan)
  const beyond = beyondPlace(page)
  const { words, values } = conditions(page.filters, plan)
  return file
    .sql<Row>(
      `SELECT ${isOne ? '' : 'DISTINCT'} ${column}, p.id FROM ${source.words}
       p.list ${isOne ? '= ?' : 'IN (SELECT value FROM json_each(?))'}${beyond.words}${words}
       ${ordered(page.order)} LIMIT ?`,
    )
    .all(
      ...source.values,
      isOne ? (lists[0] ?? '') : JSON.stringify(lists),
      ...beyond.values,
      ...values,
      page.limit + 1,
    )
}

/** Each list's next items, put together; an item that stands in several of them comes once. */
function merged(file: LocalFile, page: Page, plan: Plan): Row[] {
  const rows = plan.lists.flatMap((list) => ranged(file, page, { ...plan, lists: [list] }))
  const way = page.order.isDescending ? -1 : 1
  rows.sort((a, b) => way * (byCodePoints(a[0], b[0]) || byCodePoints(a[1], b[1])))
  return rows.filter(([, id], at) => id !== rows[at - 1]?.[1]).slice(0, page.limit + 1)
}

function beyondPlace({ after, order }: Page): Words {
  const isSet = order.column === 'code' ? ' AND p.code IS NOT NULL' : ''
  if (!after) return { words: isSet, values: [] }
  const sign = order.isDescending ? '<' : '>'
  return { words: `${isSet} AND (p.${order.column}, p.id) ${sign} (?, ?)`, values: [after.value, after.id] }
}

function ordered({ column, isDescending }: Order): string {
  const way = isDescending ? 'DESC' : 'ASC'
  return `ORDER BY p.${column} ${way}, p.id ${way}`
}

/** What an item has to meet beside standing in a list. */
function conditions(filters: Filters, { others, index }: Plan): Words {
  const values: Value[] = []
  const words = others.map((lists) => {
    const [only] = lists
    values.push(lists.length === 1 && only !== undefined ? only : JSON.stringify(lists))
    // The plus: an item stands in few lists, so those are looked through, not all that are wanted.
    const isWanted = lists.length === 1 ? 'o.list = ?' : '+o.list IN (SELECT value FROM json_each(?))'
    return ` AND EXISTS (SELECT 1 FROM places o WHERE o.id = p.id AND ${isWanted})`
  })
  if (filters.updatedSince !== undefined) {
    words.push(' AND p.updated >= ?')
    values.push(filters.updatedSince)
  }
  const paid = index === 'pay' ? null : paidQuery(filters)
  if (paid) {
    words.push(` AND EXISTS (${paid.one})`)
    values.push(...paid.values)
  }
  return { words: words.join(''), values }
}

/** As SQLite sorts text (the bytes of UTF-8), which `<` does not beyond U+FFFF. */
function byCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let at = 0; at < length; at++) {
    const [one, other] = [a.charCodeAt(at), b.charCodeAt(at)]
    if (one !== other) return rank(one) - rank(other)
  }
  return a.length - b.length
}

/** Halves of characters beyond U+FFFF come after everything else. */
const rank = (unit: number) => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit)
