'use client'
import { useTranslation } from '@payloadcms/ui'
import type { DefaultCellComponentProps } from 'payload'
import { useEffect, useState } from 'react'
import { formatTime } from './format-time.ts'

/** In lists: the date, or “Scheduled for …” while a published document waits for it. */
export function PublicationDateCell({ cellData, rowData }: DefaultCellComponentProps) {
  const { i18n } = useTranslation()
  // The server does not know the reader's time zone.
  const [now, setNow] = useState<number | null>(null)
  useEffect(() => setNow(Date.now()), [])
  const at = Date.parse(String(cellData ?? ''))
  if (Number.isNaN(at)) return <span>–</span>
  if (now === null) return null
  const isWaiting = at > now && (rowData as { _status?: string } | undefined)?._status === 'published'
  const [date] = formatTime(at, now, i18n.language).split(' (')
  return <time dateTime={new Date(at).toISOString()}>{isWaiting ? `Scheduled for ${date}` : date}</time>
}
