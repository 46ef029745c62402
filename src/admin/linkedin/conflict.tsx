'use client'
import { Button } from '@payloadcms/ui'
import { compareMade } from './compare-made.ts'
import { Differences } from './differences.tsx'
import type { Draft } from './draft.ts'
import type { OpenDraft } from './use-draft.ts'

/** Somebody else saved while words were typed here: nothing is lost before one of both is chosen. */
export function Conflict({ open, theirs }: { open: OpenDraft; theirs: Draft }) {
  const { words, isBusy } = open
  return (
    <section
      aria-label="Changed meanwhile"
      className="galley-notice"
      data-kind="warn"
      id="draft-conflict"
      role="alert"
    >
      <p>
        <strong>{theirs.editedBy || 'Somebody'} changed this post while you were writing.</strong> Your words
        are still here and not saved. What you would change in theirs:
      </p>
      <Differences changes={compareMade(theirs, words)} />
      <div className="galley-notice__ways">
        <Button disabled={isBusy} id="keep-mine" margin={false} onClick={() => open.keepMine()} size="small">
          Save mine over it
        </Button>
        <Button
          buttonStyle="secondary"
          disabled={isBusy}
          id="take-theirs"
          margin={false}
          onClick={() => open.takeTheirs()}
          size="small"
        >
          Take theirs, give up mine
        </Button>
      </div>
    </section>
  )
}
