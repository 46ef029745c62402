/** The list of LinkedIn drafts: what to look through in the morning. */
import { Gutter } from '@payloadcms/ui'
import type { ListViewServerProps, PaginatedDocs } from 'payload'
import { mayPublish } from '../../access.ts'
import { DeskTop } from './desk-top.tsx'
import { type Row, toDraft } from './draft.ts'
import { Drafts, type Listed } from './drafts.tsx'
import { loadCounts } from './load-counts.ts'
import { loadVoices } from './voices.ts'
import './list.css'

export async function ListView({ data, payload, user }: ListViewServerProps) {
  const found = data as unknown as PaginatedDocs<Row>
  const [counts, voices] = await Promise.all([loadCounts(payload), loadVoices(payload)])
  const rows = found.docs.map((row): Listed => {
    const { pictures, itemType, ...draft } = toDraft(row)
    const { id, state, stale, title, hook, reason, author, plannedFor, postedAt, updatedAt, furtherOf } =
      draft
    const picture = pictures[0]?.url ?? ''
    return {
      id,
      state,
      stale,
      title,
      hook,
      reason,
      author,
      plannedFor,
      postedAt,
      updatedAt,
      furtherOf,
      picture,
      itemType,
    }
  })
  return (
    <Gutter className="galley-linkedin">
      <DeskTop admin={payload.config.routes.admin} api={payload.config.routes.api} view="list" />
      <Drafts
        counts={counts}
        hasNext={found.hasNextPage}
        mayApprove={mayPublish({ req: { user } as never })}
        page={found.page ?? 1}
        pages={found.totalPages}
        rows={rows}
        total={found.totalDocs}
        voices={voices.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </Gutter>
  )
}
