'use client'
import { useTranslation } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { formatSince, formatTime } from './format-time.ts'

const EVERY = 30_000

/** How long ago it was, moving on; the whole date on hovering. `at`: ISO 8601 or ms. */
export function Moment({ at }: { at: string | number }) {
  const { i18n } = useTranslation()
  // The server knows neither the reader's time zone nor their clock.
  const [now, setNow] = useState<number | null>(null)
  useEffect(() => {
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), EVERY)
    return () => clearInterval(timer)
  }, [])
  const time = new Date(at).getTime()
  if (Number.isNaN(time)) return null
  const iso = new Date(time).toISOString()
  if (now === null) return <time dateTime={iso}>{iso.slice(0, 10)}</time>
  return (
    <time dateTime={iso} title={formatTime(time, now, i18n.language)}>
      {formatSince(time, now, i18n.language)}
    </time>
  )
}
