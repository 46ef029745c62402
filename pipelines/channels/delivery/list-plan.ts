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
  if (groups.some(({ sum }) => sum === 0)) return { lists: [], others: [], index: column, isMerged: false }
  const smallest = drivingGroup(file, filters)
  const driver = groups.find((_, at) => at === smallest) ?? { lists: [type], sum: Number.POSITIVE_INFINITY }
  const others = groups.filter((group) => group !== driver).map(({ lists }) => lists)
  const { lists, sum } = driver
  if (sum > FEW && isFewPaid(file, filters))
    return { lists: [type], others: groups.map((group) => group.lists), index: 'pay', isMerged: false }
  if (updatedSince !== undefined && column !== 'updated' && isFewSince(file, { lists, sum }, updatedSince))
    return { lists, others, index: 'updated', isMerged: false }
  if (lists.length === 1 || sum <= FEW) return { lists, others, index: column, isMerged: false }
  if (lists.length <= MOST_MERGED) return { lists, others, index: column, isMerged: true }
  return { lists: [type], others: [lists, ...others], index: column, isMerged: false }
}

/** Which group of lists holds the fewest items; -1 where there is none. An answer is stale when one of its lists is. */
export function drivingGroup(file: LocalFile, { lists }: Filters): number {
  const sums = lists.map((group) => withItems(file, group).sum)
  return sums.indexOf(Math.min(...sums))
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
