'use client'
/** On a person's page: the posts that go out in their name. */
import { useConfig, useDocumentInfo } from '@payloadcms/ui'
import { DraftLines } from './draft-lines.tsx'
import { LINE, useRows } from './use-rows.ts'
import './desk.css'

export function PersonDrafts() {
  const { data } = useDocumentInfo()
  const { config } = useConfig()
  const uid = String(data?.uid ?? '')
  const person = encodeURIComponent(`people:${uid}`)
  const rows = useRows(uid ? `where[postAs][equals]=${person}&sort=-seq&${LINE}` : '')
  if (!rows) return null
  const [field, value] = ['where[or][0][and][0][postAs][equals]', `people:${uid}`]
  const all = `${config.routes.admin}/collections/linkedin-drafts?${new URLSearchParams({ [field]: value })}`
  return (
    <section aria-label="Posts in this name" className="galley-tags" id="person-drafts">
      {rows.length === 0 ? (
        <p>None yet: what this person is the first author of is posted in this name.</p>
      ) : (
        <>
          <DraftLines admin={config.routes.admin} rows={rows} />
          <a href={all}>All of them</a>
        </>
      )}
    </section>
  )
}
