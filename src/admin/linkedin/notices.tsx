'use client'
/** What somebody has to know before they go on: the content moved on, the source is gone, something is odd. */
import { Button } from '@payloadcms/ui'
import { useDeferredValue, useMemo, useState } from 'react'
import { lintDraft } from '../../../pipelines/channels/linkedin/lint-draft.ts'
import { compareMade } from './compare-made.ts'
import { Differences } from './differences.tsx'
import type { Draft } from './draft.ts'
import { RenewDialog } from './renew-dialog.tsx'
import { whyNone } from './states.ts'
import type { OpenDraft } from './use-draft.ts'

type Props = { draft: Draft; open: OpenDraft; isWritable: boolean }

export function Notices({ draft, open, isWritable }: Props) {
  const { state, stateBefore, reason, stale } = draft
  const warnings = useWarnings(open)
  return (
    <>
      {state === 'withdrawn' && (
        <div
          className="galley-notice"
          data-kind={stateBefore === 'posted' ? 'error' : 'warn'}
          id="draft-withdrawn"
        >
          <p>{whyNone({ reason }) || 'It is withdrawn.'}</p>
        </div>
      )}
      {stale && state !== 'withdrawn' && <Stale draft={draft} isWritable={isWritable} open={open} />}
      {warnings.length > 0 && state === 'draft' && (
        <details className="galley-notice" data-kind="quiet" id="draft-warnings">
          <summary>{warnings.length === 1 ? 'One thing' : `${warnings.length} things`} worth a look</summary>
          <ul>
            {warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

/** Of the text as it is typed; typing does not wait for them. */
function useWarnings({ draft, words }: OpenDraft): string[] {
  const text = useDeferredValue(words.text)
  return useMemo(() => (text === draft.text ? draft.warnings : lintDraft(text, draft)), [text, draft])
}

/** The content has changed: what it would make now, beside what it made and what stands here. */
function Stale({ draft, open, isWritable }: Props) {
  const { basis, newest, state } = draft
  const [against, setAgainst] = useState<'basis' | 'draft' | null>(null)
  const [isAsked, setIsAsked] = useState(false)
  const before = against === 'draft' ? { ...draft, imageUrl: basis?.imageUrl ?? '' } : basis
  const toggle = (which: 'basis' | 'draft') => setAgainst(against === which ? null : which)
  const button = (which: 'basis' | 'draft', label: string) => (
    <Button
      buttonStyle="secondary"
      id={`compare-${which}`}
      margin={false}
      onClick={() => toggle(which)}
      size="small"
    >
      {label}
    </Button>
  )
  return (
    <section aria-label="The content has changed" className="galley-notice" data-kind="warn" id="draft-stale">
      <p>
        <strong>The content has changed since this was made.</strong>{' '}
        {state === 'posted'
          ? 'What is on LinkedIn stays as it is: edit it there if it is wrong now.'
          : 'Nothing here was touched, because somebody has edited or approved it.'}
      </p>
      {newest?.reason && <p>It would make no post now: {newest.reason}.</p>}
      <div className="galley-notice__ways">
        {newest && basis && button('basis', 'What changed in the content')}
        {newest && button('draft', 'Compare with the newest')}
        {isWritable && (
          <>
            <Button buttonStyle="secondary" margin={false} onClick={() => setIsAsked(true)} size="small">
              Make it again
            </Button>
            <Button
              buttonStyle="secondary"
              disabled={open.isBusy}
              id="keep-as-it-is"
              margin={false}
              onClick={() => open.act('edit', { seen: newest?.seq }, 'It stays as it is.')}
              size="small"
            >
              Keep it as it is
            </Button>
          </>
        )}
      </div>
      {against && before && newest && <Differences changes={compareMade(before, newest)} />}
      {isAsked && <RenewDialog onClose={() => setIsAsked(false)} open={open} />}
    </section>
  )
}
