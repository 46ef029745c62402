/** Dates as the admin says them. Pure. */

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
] as const

/** `Tuesday 24 November 2026, 09:00 (in 2 days)`, in the reader's time zone. `language`: of the admin. */
export function formatTime(at: number, now: number, language: string): string {
  const locale = language === 'en' ? 'en-GB' : language
  const day = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const
  const spelt = new Intl.DateTimeFormat(locale, day).format(at)
  // Browsers and Node differ in this comma.
  const date = locale === 'en-GB' ? spelt.replace(',', '') : spelt
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }).format(at)
  return `${date}, ${time} (${formatDistance(at - now, locale)})`
}

function formatDistance(ms: number, locale: string): string {
  const [unit, length] = UNITS.find(([, length]) => Math.abs(ms) >= length) ?? (['second', 1000] as const)
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(Math.round(ms / length), unit)
}

const WEEK = 7 * 86_400_000

/** `5 minutes ago` within a week, `just now` within a minute, else `12 Oct 2026`. In the reader's time zone. */
export function formatSince(at: number, now: number, language: string): string {
  const locale = language === 'en' ? 'en-GB' : language
  const ago = now - at
  if (Math.abs(ago) > WEEK)
    return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' }).format(at)
  return Math.abs(ago) < 60_000 && locale === 'en-GB' ? 'just now' : formatDistance(-ago, locale)
}
