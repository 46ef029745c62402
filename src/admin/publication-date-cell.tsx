'use client'
import { useTranslation } from '@payloadcms/ui'
import type { DefaultCellComponentProps } from 'payload'
import { formatTime } from './format-time.ts'

/** In lists: the date, or “Scheduled for …” while a published document waits for it. */
export function PublicationDateCell({ cellData, rowData }: DefaultCellComponentProps) {
  const { i18n } = useTranslation()
  const at = Date.parse(String(cellData ?? ''))
  if (Number.isNaN(at)) return <span>–</span>
  const now = Date.now()
  const isWaiting = at > now && (rowData as { _status?: string } | undefined)?._status === 'published'
  const [date] = formatTime(at, now, i18n.language).split(' (')
  return (
    <time dateTime={new Date(at).toISOString()} suppressHydrationWarning>
      {isWaiting ? `Scheduled for ${date}` : date}
    </time>
  )
}
