/** Pay as people write it. */
import type { Json } from '../../content-item.ts'
import { readNumber, readText } from './fields.ts'

const SYMBOLS: { [currency: string]: string } = { USD: '$', EUR: '€', GBP: '£', JPY: '¥', INR: '₹' }

/** `range` is `$129k–$209k`, `median` `$164k`; empty where not known. */
export function toPay(pay: { [key: string]: Json }): { range: string; median: string } {
  const currency = readText(pay.currency).toUpperCase()
  const [low = '', high = '', median = ''] = [pay.low, pay.high, pay.median].map((value) =>
    toMoney(readNumber(value), currency),
  )
  return { range: low && high ? `${low}–${high}` : '', median }
}

/** Thousands as `k`, to a tenth, millions as `M`; a currency without a sign of its own by its code. */
function toMoney(amount: number | null, currency: string): string {
  if (amount === null || amount <= 0) return ''
  const sign = SYMBOLS[currency] ?? (currency === '' ? '' : `${currency} `)
  if (amount >= 999_950) return `${sign}${Math.round(amount / 10_000) / 100}M`
  if (amount >= 1000) return `${sign}${Math.round(amount / 100) / 10}k`
  return `${sign}${amount}`
}
