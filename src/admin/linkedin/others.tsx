'use client'
import { useConfig } from '@payloadcms/ui'
import { DraftLines } from './draft-lines.tsx'
import type { Other } from './draft-view.tsx'

/** The other posts of the same item. */
export function Others({ others }: { others: Other[] }) {
  const { config } = useConfig()
  return (
    <section aria-label="Other posts of it" className="galley-tags" id="other-posts">
      <h2>Other posts of it</h2>
      <DraftLines admin={config.routes.admin} rows={others} />
    </section>
  )
}
