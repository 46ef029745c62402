/** Pay and experience of a role as a post shows them. */
import { readNumber, readRecord, readText } from '../../pipelines/channels/linkedin/fields.ts'
import { toPay } from '../../pipelines/channels/linkedin/pay.ts'
import { toPlain } from '../../pipelines/channels/linkedin/plain.ts'
import type { Words } from '../../pipelines/channels/linkedin/words.ts'
import type { ContentItem, Json } from '../../pipelines/content-item.ts'

export type Row = { [key: string]: Json }

/** `$129k–$209k, median $164k`, or as much of it as is known. A year is what pay is usually given for. */
export function toPayLine(pay: Row, words: Words): string {
  const { range, median } = toPay(pay)
  const parts = [range, median && words.median(median)].filter((part) => part)
  const period = readText(pay.period)
  const isYear = period === '' || /^(?:year|annual|p1y)/i.test(period)
  return `${parts.join(', ')}${parts.length > 0 && !isYear ? ` ${words.per(period)}` : ''}`
}

export function toExperience({ min, max }: Row, words: Words): string {
  const [from, to] = [readNumber(min), readNumber(max)]
  if (from !== null && to !== null) return words.years(from === to ? `${from}` : `${from}–${to}`)
  if (from !== null) return words.years(`${from}+`)
  return to === null ? '' : words.upTo(words.years(`${to}`))
}

/** `Market pay in USD, region: global, as of 2026-01-31. 9 sources.` with the pay's own note before it. */
export function toSource(fields: ContentItem['fields'], words: Words): string {
  const pay = readRecord(fields.pay)
  const currency = toPlain(readText(pay.currency))
  const region = toPlain(readText(readRecord(fields.family).region))
  const asOf = readText(pay.asOf).slice(0, 10)
  const count = readNumber(readRecord(fields.provenance).sourceCount) ?? 0
  const sources = count > 0 ? words.sources(count) : ''
  if (currency === '' || toPayLine(pay, words) === '') return sources
  const market = [words.market(currency), region && words.region(region), asOf && words.asOf(asOf)]
  const basis = `${market.filter((part) => part !== '').join(', ')}.`
  return [basis, toPlain(readText(pay.note)).replaceAll('\n', ' '), sources]
    .filter((part) => part !== '')
    .join(' ')
}
