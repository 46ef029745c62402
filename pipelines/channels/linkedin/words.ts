/** The few words that a post puts between the content's own, in the content's language; others read English. */
export type Words = {
  below: string
  /** `M3` → `One level below (M3)` */
  belowCode: (code: string) => string
  at: (code: string) => string
  level: (code: string) => string
  decisions: string
  experience: (years: string) => string
  median: (amount: string) => string
  upTo: (years: string) => string
  years: (count: string) => string
  per: (period: string) => string
  market: (currency: string) => string
  region: (region: string) => string
  asOf: (date: string) => string
  sources: (count: number) => string
}

const en: Words = {
  below: 'One level below',
  belowCode: (code) => `One level below (${code})`,
  at: (code) => (code === '' ? 'At this level' : `At ${code}`),
  level: (code) => `level ${code}`,
  decisions: 'Decision rights',
  experience: (years) => `Typical experience: ${years}.`,
  median: (amount) => `median ${amount}`,
  upTo: (years) => `up to ${years}`,
  years: (count) => `${count} yrs`,
  per: (period) => `per ${period}`,
  market: (currency) => `Market pay in ${currency}`,
  region: (region) => `region: ${region}`,
  asOf: (date) => `as of ${date}`,
  sources: (count) => `${count} ${count === 1 ? 'source' : 'sources'}.`,
}

const periods: { [period: string]: string } = { month: 'Monat', day: 'Tag', hour: 'Stunde' }

const de: Words = {
  below: 'Eine Stufe darunter',
  belowCode: (code) => `Eine Stufe darunter (${code})`,
  at: (code) => (code === '' ? 'Auf dieser Stufe' : `Auf ${code}`),
  level: (code) => `Stufe ${code}`,
  decisions: 'Entscheidet über',
  experience: (years) => `Übliche Erfahrung: ${years}.`,
  median: (amount) => `Median ${amount}`,
  upTo: (years) => `bis zu ${years}`,
  years: (count) => `${count} Jahre`,
  per: (period) => `je ${periods[period] ?? period}`,
  market: (currency) => `Marktgehälter in ${currency}`,
  region: (region) => `Region: ${region}`,
  asOf: (date) => `Stand ${date}`,
  sources: (count) => `${count} ${count === 1 ? 'Quelle' : 'Quellen'}.`,
}

/** `language`: BCP 47. */
export function toWords(language: string): Words {
  return /^de(?:-|$)/i.test(language) ? de : en
}
