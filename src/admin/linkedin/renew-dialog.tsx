'use client'
import { Dialog } from './dialog.tsx'
import type { OpenDraft } from './use-draft.ts'

/** Before the content's words take the place of what is there. */
export function RenewDialog({ open, onClose }: { open: OpenDraft; onClose(): void }) {
  const { draft, isUnsaved } = open
  const isLost = draft.edited || isUnsaved || draft.state === 'approved'
  const renew = async () => {
    if (await open.renew(isLost)) onClose()
  }
  return (
    <Dialog
      action={isLost ? 'Give them up and make it again' : 'Make it again'}
      onAction={open.isBusy ? null : renew}
      onClose={onClose}
      title="Make it again from the content"
    >
      {draft.edited || isUnsaved ? (
        <p>
          <strong>Somebody has edited this post{draft.editedBy && `: ${draft.editedBy}`}.</strong> Their words
          are lost when it is made again.
        </p>
      ) : (
        <p>
          Nobody has edited it. The text, the first comment and the picture are made from what is public now.
        </p>
      )}
      {draft.state === 'approved' && <p>It has to be approved again.</p>}
    </Dialog>
  )
}
