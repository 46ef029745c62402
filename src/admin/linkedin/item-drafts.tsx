'use client'
import { useConfig, useDocumentInfo } from '@payloadcms/ui'
import { DraftLines } from './draft-lines.tsx'
import { LINE, useRows } from './use-rows.ts'

/** The posts that were made of the open document so far. */
export function ItemDrafts() {
  const { collectionSlug, data } = useDocumentInfo()
  const { config } = useConfig()
  const uid = String(data?.uid ?? '')
  const item = encodeURIComponent(`${collectionSlug}:${uid}`)
  const where = `where[or][0][itemId][equals]=${item}&where[or][1][furtherOf][equals]=${item}`
  const rows = useRows(uid ? `${where}&${LINE}` : '')
  if (!rows || rows.length === 0) return null
  return (
    <section aria-label="Posts made of it" className="galley-tags">
      <h4>Posts made of it</h4>
      <DraftLines admin={config.routes.admin} rows={rows} />
    </section>
  )
}
