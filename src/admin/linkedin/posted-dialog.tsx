'use client'
import { useState } from 'react'
import { Dialog } from './dialog.tsx'
import { fromLocal, toLocal } from './local-time.ts'
import type { OpenDraft } from './use-draft.ts'

/** Where and when it was posted. */
export function PostedDialog({ open, onClose }: { open: OpenDraft; onClose(): void }) {
  const [url, setUrl] = useState('')
  const [at, setAt] = useState(() => toLocal(new Date().toISOString()))
  const send = async () => {
    if (await open.act('posted', { url: url.trim(), at: fromLocal(at) }, 'Marked as posted.')) onClose()
  }
  return (
    <Dialog
      action="Mark as posted"
      onAction={open.isBusy || at === '' ? null : send}
      onClose={onClose}
      title="It is on LinkedIn"
    >
      <label className="galley-field">
        <span>Address of the post</span>
        <input
          name="posted-url"
          onChange={(event) => setUrl(event.target.value)}
          placeholder="https://www.linkedin.com/posts/…"
          type="url"
          value={url}
        />
      </label>
      <label className="galley-field">
        <span>When</span>
        <input
          name="posted-at"
          onChange={(event) => setAt(event.target.value)}
          required
          type="datetime-local"
          value={at}
        />
      </label>
    </Dialog>
  )
}
