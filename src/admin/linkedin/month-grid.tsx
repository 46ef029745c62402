'use client'
import { useTranslation } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import type { Draft } from './draft.ts'
import { dayOf } from './local-time.ts'
import { toDays } from './month.ts'
import { StatePill } from './state-pill.tsx'
import { isDue } from './states.ts'
import './month.css'

/** `at`: when it was posted, else when it is planned for. */
export type Planned = Pick<Draft, 'id' | 'hook' | 'state' | 'author' | 'plannedFor'> & { at: string }

type Props = {
  month: string
  previous: string
  next: string
  planned: Planned[]
  waiting: Planned[]
  listUrl: string
}

export function MonthGrid({ month, previous, next, planned, waiting, listUrl }: Props) {
  const { i18n } = useTranslation()
  const locale = i18n.language === 'en' ? 'en-GB' : i18n.language
  // The server knows neither the reader's time zone nor their clock.
  const [now, setNow] = useState<number | null>(null)
  useEffect(() => setNow(Date.now()), [])
  const days = toDays(month)
  const placed = now === null ? [] : planned.map((each) => ({ ...each, day: dayOf(new Date(each.at)) }))
  const spell = (day: string, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options }).format(new Date(day))
  return (
    <>
      <div className="galley-month__top">
        <h2>{spell(`${month}-01`, { month: 'long', year: 'numeric' })}</h2>
        <nav aria-label="Months">
          <a aria-label="The month before" href={`?month=${previous}`}>
            ←
          </a>
          <a href="?">Today</a>
          <a aria-label="The month after" href={`?month=${next}`}>
            →
          </a>
        </nav>
      </div>
      <div aria-hidden="true" className="galley-month__weekdays">
        {days.slice(0, 7).map((day) => (
          <span key={day}>{spell(day, { weekday: 'short' })}</span>
        ))}
      </div>
      <ol className="galley-month" id="linkedin-month">
        {days.map((day) => (
          <li
            data-day={day}
            data-empty={placed.every((each) => each.day !== day)}
            data-outside={!day.startsWith(month)}
            data-today={now !== null && day === dayOf(new Date(now))}
            key={day}
          >
            <time dateTime={day}>
              <span>{spell(day, { weekday: 'long', month: 'long', day: 'numeric' })}</span>
              <b>{Number(day.slice(8))}</b>
            </time>
            {placed
              .filter((each) => each.day === day)
              .map((each) => (
                <Post key={each.id} listUrl={listUrl} locale={locale} now={now ?? 0} planned={each} />
              ))}
          </li>
        ))}
      </ol>
      {waiting.length > 0 && (
        <section aria-labelledby="waiting" className="galley-month__waiting">
          <h2 id="waiting">Approved, without a date</h2>
          <ul>
            {waiting.map(({ id, hook, author, state }) => (
              <li key={id}>
                <a href={`${listUrl}/${id}`}>{hook}</a> {author && <span>{author}</span>}{' '}
                <StatePill state={state} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function Post(props: { planned: Planned; listUrl: string; locale: string; now: number }) {
  const { planned, listUrl, locale, now } = props
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }).format(
    new Date(planned.at),
  )
  return (
    <a
      className="galley-month__post"
      data-state={isDue(planned, now) ? 'due' : planned.state}
      href={`${listUrl}/${planned.id}`}
      title={planned.hook}
    >
      <b>{time}</b> <span dir="auto">{planned.hook}</span>
    </a>
  )
}
