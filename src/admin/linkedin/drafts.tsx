'use client'
/** The drafts that were asked for, to be opened or approved together. */
import { Button, toast, useConfig, useListQuery } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useState } from 'react'
import { send } from '../users/send.ts'
import type { Draft } from './draft.ts'
import { DraftFilters } from './draft-filters.tsx'
import { DraftRow } from './draft-row.tsx'
import type { Counts } from './load-counts.ts'

export type Listed = Pick<
  Draft,
  | 'id'
  | 'state'
  | 'stale'
  | 'title'
  | 'hook'
  | 'reason'
  | 'author'
  | 'plannedFor'
  | 'postedAt'
  | 'updatedAt'
  | 'furtherOf'
  | 'itemType'
> & { picture: string }

type Props = {
  rows: Listed[]
  counts: Counts
  voices: { value: string; label: string }[]
  total: number
  page: number
  pages: number
  hasNext: boolean
  mayApprove: boolean
}

export function Drafts({ rows, counts, voices, total, page, pages, hasNext, mayApprove }: Props) {
  const { handlePageChange } = useListQuery()
  const [picked, setPicked] = useState<Listed['id'][]>([])
  const shown = picked.filter((id) => rows.some((row) => row.id === id && row.state === 'draft'))
  const toPick = rows.filter(({ state }) => state === 'draft').map(({ id }) => id)
  const pick = (id: Listed['id']) => (isPicked: boolean) =>
    setPicked(isPicked ? [...shown, id] : shown.filter((each) => each !== id))
  return (
    <>
      <DraftFilters counts={counts} voices={voices} />
      {mayApprove && toPick.length > 0 && (
        <BulkApprove
          onDone={() => setPicked([])}
          onPickAll={() => setPicked(toPick)}
          picked={shown}
          total={toPick.length}
        />
      )}
      <ul className="galley-drafts" id="linkedin-drafts">
        {rows.map((row) => (
          <DraftRow
            isPicked={shown.includes(row.id)}
            key={row.id}
            onPick={mayApprove && row.state === 'draft' ? pick(row.id) : null}
            row={row}
          />
        ))}
      </ul>
      {rows.length === 0 && (
        <p className="galley-linkedin__nothing">
          {counts.all === 0
            ? 'No posts yet: each article, FAQ, term, case study and role profile that is published makes one.'
            : 'Nothing is like this. Choose something else above.'}
        </p>
      )}
      {pages > 1 && (
        <nav aria-label="Pages" className="galley-linkedin__pages">
          <Button
            buttonStyle="secondary"
            disabled={page < 2}
            margin={false}
            onClick={() => handlePageChange?.(page - 1)}
            size="small"
          >
            ← Newer
          </Button>
          <span>
            Page {page} of {pages} · {total} posts
          </span>
          <Button
            buttonStyle="secondary"
            disabled={!hasNext}
            margin={false}
            onClick={() => handlePageChange?.(page + 1)}
            size="small"
          >
            Older →
          </Button>
        </nav>
      )}
    </>
  )
}

type BulkProps = { picked: Listed['id'][]; total: number; onPickAll(): void; onDone(): void }

function BulkApprove({ picked, total, onPickAll, onDone }: BulkProps) {
  const { config } = useConfig()
  const router = useRouter()
  const [isBusy, setIsBusy] = useState(false)
  const approve = async () => {
    setIsBusy(true)
    try {
      const { approved, refused } = await send<{ approved: number; refused: { why: string }[] }>(
        'POST',
        `${config.routes.api}/linkedin-drafts/approve-all`,
        { ids: picked },
      )
      if (approved > 0) toast.success(approved === 1 ? 'One is approved.' : `${approved} are approved.`)
      for (const why of new Set(refused.map((each) => each.why))) toast.error(`Not approved: ${why}`)
      onDone()
    } catch (error) {
      toast.error((error as Error).message)
    }
    setIsBusy(false)
    router.refresh()
  }
  return (
    <div className="galley-bulk" data-picked={picked.length > 0} id="bulk-approve">
      {picked.length < total && (
        <button className="galley-bulk__all" onClick={onPickAll} type="button">
          {total === 1 ? 'Choose the one draft on this page' : `Choose all ${total} drafts on this page`}
        </button>
      )}
      {picked.length > 0 && (
        <>
          <Button disabled={isBusy} margin={false} onClick={approve} size="small">
            Approve {picked.length === 1 ? 'one' : picked.length}
          </Button>
          <button className="galley-bulk__all" onClick={onDone} type="button">
            Choose none
          </button>
        </>
      )}
    </div>
  )
}
