/** A role profile as a post: the numbers first, then what the level means against the one below. */
import type { ContentItem, Json } from '../../content-item.ts'
import { readList, readNumber, readRecord, readText } from './fields.ts'
import type { Opening } from './hook.ts'
import { bullets, prose, tidy } from './passages.ts'
import { toPlain } from './plain.ts'

const RESPONSIBILITIES_SHOWN = 3
const symbols: { [currency: string]: string } = { USD: '$', EUR: '€', GBP: '£', JPY: '¥', INR: '₹' }

/**
 * The post of a role profile, from `item.fields`; null when neither pay nor experience is known, so that
 * there is no number to begin with.
 */
export function toRoleProfileOpening({ title, fields }: ContentItem): Opening | null {
  const level = readRecord(fields.level)
  const family = readRecord(fields.family)
  const pay = toPay(readRecord(fields.pay))
  const experience = toExperience(readRecord(level.experienceYears))
  if (pay === '' && experience === '') return null

  const name = [readText(level.name), readText(family.function)]
  const role = toPlain(name.every((part) => part !== '') ? name.join(', ') : title)
  const typical = experience === '' ? '' : ` Typical experience: ${experience}.`
  const code = readText(level.code)
  const place = [readText(family.name), code && `level ${code}`].filter((part) => part !== '').join(', ')
  const duties = bullets(readList(fields.responsibilities).map(readText).slice(0, RESPONSIBILITIES_SHOWN))
  return {
    hook: pay === '' ? `${role}.${typical}` : `${role}: ${pay}.${typical}`,
    passages: tidy([
      prose(place && duties.text ? `${place}:` : place),
      duties,
      ...toComparison(readList(fields.ladder).map(readRecord)).map(prose),
      prose(toLine('Decision rights', readText(level.decisionRights))),
      prose(toSource(fields)),
    ]),
  }
}

/** `$129k–$209k, median $164k`, or as much of it as is known. A year is what pay is usually given for. */
function toPay(pay: { [key: string]: Json }): string {
  const currency = readText(pay.currency).toUpperCase()
  const [low, high, median] = [pay.low, pay.high, pay.median].map((value) =>
    toMoney(readNumber(value), currency),
  )
  const range = low && high ? `${low}–${high}` : ''
  const parts = [range, median && `median ${median}`].filter((part) => part)
  const period = readText(pay.period)
  const per =
    parts.length > 0 && period !== '' && !/^(?:year|annual|p1y)/i.test(period) ? ` per ${period}` : ''
  return `${parts.join(', ')}${per}`
}

/** Thousands as `k`, to a tenth, millions as `M`; a currency without a sign of its own by its code. */
function toMoney(amount: number | null, currency: string): string {
  if (amount === null || amount <= 0) return ''
  const sign = symbols[currency] ?? (currency === '' ? '' : `${currency} `)
  if (amount >= 999_950) return `${sign}${Math.round(amount / 10_000) / 100}M`
  if (amount >= 1000) return `${sign}${Math.round(amount / 100) / 10}k`
  return `${sign}${amount}`
}

function toExperience({ min, max }: { [key: string]: Json }): string {
  const [from, to] = [readNumber(min ?? null), readNumber(max ?? null)]
  if (from !== null && to !== null) return from === to ? `${from} yrs` : `${from}–${to} yrs`
  if (from !== null) return `${from}+ yrs`
  return to === null ? '' : `up to ${to} yrs`
}

function toComparison(ladder: { [key: string]: Json }[]): string[] {
  const at = ladder.findIndex(({ current }) => current === true)
  const [below, here] = [ladder[at - 1], ladder[at]].map((rung) => ({
    code: readText(rung?.code),
    knows: readText(readRecord(rung?.guidelines).knowledgeAndApplication),
  }))
  if (!here?.knows) return []
  const lower = below?.knows
    ? [toLine(below.code ? `One level below (${below.code})` : 'One level below', below.knows)]
    : []
  return [...lower, toLine(here.code ? `At ${here.code}` : 'At this level', here.knows)]
}

/** `Market pay in USD, region: global. 9 sources.` */
function toSource(fields: ContentItem['fields']): string {
  const pay = readRecord(fields.pay)
  const currency = readText(pay.currency)
  const region = readText(readRecord(fields.family).region)
  const asOf = readText(pay.asOf).slice(0, 10)
  const count = readNumber(readRecord(fields.provenance).sourceCount) ?? 0
  const sources = count > 0 ? `${count} ${count === 1 ? 'source' : 'sources'}.` : ''
  if (currency === '' || toPay(pay) === '') return sources
  const market = [`Market pay in ${currency}`, region && `region: ${region}`, asOf && `as of ${asOf}`]
  return `${market.filter((part) => part !== '').join(', ')}. ${sources}`
}

function toLine(label: string, text: string): string {
  return text === '' ? '' : `${label}: ${text}`
}
