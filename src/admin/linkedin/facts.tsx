'use client'
import { Moment } from '../moment.tsx'
import type { Draft } from './draft.ts'
import { StalePill, StatePill } from './state-pill.tsx'
import { TYPES } from './states.ts'

/** What it is a post of, how it stands, and who had it in hand. */
export function Facts({ draft, documentUrl }: { draft: Draft; documentUrl: string }) {
  const { state, stale, itemType, furtherOf, sourceUrl, postedAt, postedUrl } = draft
  return (
    <p className="galley-desk__facts" id="draft-facts">
      <StatePill state={state} />
      {stale && <StalePill />}
      <span>
        {furtherOf ? 'Further post of: ' : ''}
        {TYPES[itemType] ?? itemType}
      </span>
      {draft.edited && <span>Edited{draft.editedBy && ` by ${draft.editedBy}`}</span>}
      {state === 'approved' && draft.approvedBy && <span>Approved by {draft.approvedBy}</span>}
      {state === 'posted' && postedAt && (
        <span>
          Posted <Moment at={postedAt} />
        </span>
      )}
      {documentUrl && <a href={documentUrl}>Open the document</a>}
      {sourceUrl && state !== 'withdrawn' && (
        <a href={sourceUrl} rel="noreferrer" target="_blank">
          On the website
        </a>
      )}
      {postedUrl && (
        <a href={postedUrl} rel="noreferrer" target="_blank">
          On LinkedIn
        </a>
      )}
    </p>
  )
}
