/** Items by what they pay. */
import type { Value } from '../../../database/local-file.ts'
import type { Filters } from './list-plan.ts'

type Paid = {
  /** A query for the `id` of every item that pays as is wanted. */
  words: string
  /** The same of the one item whose `id` is `p.id`. */
  one: string
  values: Value[]
}

/** Null where the filters want nothing of it. */
export function paidQuery({ type, minPay, maxPay }: Filters): Paid | null {
  if (minPay === undefined && maxPay === undefined) return null
  const bounds = [
    ...(minPay === undefined ? [] : ['high >= ?']),
    ...(maxPay === undefined ? [] : ['low <= ?']),
  ].join(' AND ')
  const index = minPay === undefined ? 'items_by_low' : 'items_by_high'
  const isMeant = `type = ? AND live = 1 AND ${bounds}`
  return {
    words: `SELECT id FROM items INDEXED BY ${index} WHERE ${isMeant}`,
    one: `SELECT 1 FROM items WHERE id = p.id AND +${isMeant}`,
    values: [type, ...[minPay, maxPay].filter((one) => one !== undefined)],
  }
}
