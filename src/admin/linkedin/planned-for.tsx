'use client'
import { useTranslation } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { formatTime } from '../format-time.ts'
import type { Draft } from './draft.ts'
import { isDue } from './states.ts'

/** When it is planned for, in the reader's time zone; marked when that is over. */
export function PlannedFor({ draft }: { draft: Pick<Draft, 'state' | 'plannedFor'> }) {
  const { i18n } = useTranslation()
  // The server does not know the reader's time zone.
  const [now, setNow] = useState<number | null>(null)
  useEffect(() => setNow(Date.now()), [])
  const at = Date.parse(draft.plannedFor)
  if (Number.isNaN(at)) return null
  const iso = new Date(at).toISOString()
  if (now === null) return <time dateTime={iso}>planned for {iso.slice(0, 10)}</time>
  const words = <time dateTime={iso}>planned for {formatTime(at, now, i18n.language)}</time>
  return isDue(draft, now) ? (
    <span className="galley-action" data-state="due">
      Due: {words}
    </span>
  ) : (
    words
  )
}
