/** Which index a list is read by: that of the fewest items. */
import type { LocalFile } from '../../../database/local-file.ts'
import { paidQuery } from './paid.ts'

export type Filters = {
  type: string
  /** Names of lists (places.ts): an item stands in one or more of each group. */
  lists: readonly string[][]
  /** ISO 8601 in UTC. */
  updatedSince?: string
  minPay?: number
  maxPay?: number
}

export type Plan = {
  /** What is read: every item that the filters leave stands in one of them. None: there is no such item. */
  lists: string[]
  /** What its items are then held against. */
  others: string[][]
  /** Column of the index that is read; `pay`: what pays as is wanted, being few. */
  index: string
  /** Whether each list is read by itself, being too long to sort. */
  isMerged: boolean
  /** Which group of the filters' lists holds the fewest items; -1 where there is none. What is found is stale when one of them is. */
  smallest: number
}

/** So many places are sorted in a few milliseconds. */
const FEW = 2_000
/** Items of a page, about. */
const A_PAGE = 20
/** Each one more is read for every page. */
const MOST_MERGED = 64

/** `column`: that the list is sorted by. */
export function planList(file: LocalFile, filters: Filters, column: string): Plan {
  const { type, updatedSince } = filters
  const groups = filters.lists.map((lists) => withItems(file, lists))
  const sums = groups.map(({ sum }) => sum)
  const smallest = sums.indexOf(Math.min(...sums))
  const driver = groups[smallest] ?? { lists: [type], sum: Number.POSITIVE_INFINITY }
  const none: Plan = { lists: [], others: [], index: column, isMerged: false, smallest }
  if (driver.sum === 0) return none
  const others = groups.filter((group) => group !== driver).map(({ lists }) => lists)
  const { lists, sum } = driver
  if (sum > FEW && isFewPaid(file, filters))
    return { ...none, lists: [type], others: groups.map((group) => group.lists), index: 'pay' }
  if (updatedSince !== undefined && column !== 'updated' && isFewSince(file, { lists, sum }, updatedSince))
    return { ...none, lists, others, index: 'updated' }
  if (lists.length === 1 || sum <= FEW) return { ...none, lists, others }
  if (lists.length <= MOST_MERGED) return { ...none, lists, others, isMerged: true }
  return { ...none, lists: [type], others: [lists, ...others] }
}

/** How many places the lists have together. */
export function sumOf(file: LocalFile, lists: readonly string[]): number {
  return withItems(file, lists).sum
}

function withItems(file: LocalFile, lists: readonly string[]): { lists: string[]; sum: number } {
  const rows = file
    .sql<[string, number]>(
      'SELECT c.list, c.items FROM json_each(?) n JOIN counts c ON c.list = n.value WHERE c.items > 0',
    )
    .all(JSON.stringify(lists))
  return { lists: rows.map(([list]) => list), sum: rows.reduce((sum, [, items]) => sum + items, 0) }
}

function isFewPaid(file: LocalFile, filters: Filters): boolean {
  const paid = paidQuery(filters)
  if (!paid) return false
  const row = file.sql<[number]>(`SELECT count(*) FROM (${paid.words} LIMIT ${FEW + 1})`).get(...paid.values)
  return (row?.[0] ?? 0) <= FEW
}

/** Of a short list they have to be few beside the others: read by what it is sorted by, it gives a page sooner. */
function isFewSince(
  file: LocalFile,
  { lists, sum }: { lists: string[]; sum: number },
  since: string,
): boolean {
  const few = sum > FEW ? FEW : Math.ceil(Math.sqrt(sum * A_PAGE))
  const row = file
    .sql<[number]>(
      `SELECT count(*) FROM (
         SELECT 1 FROM places INDEXED BY places_by_updated
         WHERE list IN (SELECT value FROM json_each(?)) AND updated >= ? LIMIT ?
       )`,
    )
    .get(JSON.stringify(lists), since, few + 1)
  return (row?.[0] ?? 0) <= few
}
