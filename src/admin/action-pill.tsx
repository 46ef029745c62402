import type { Action } from '../../pipelines/ledger/entry.ts'
import './action-pill.css'

export const ACTION_WORDS: Record<Action, string> = {
  published: 'Published',
  updated: 'Changed',
  unpublished: 'Taken back',
}

/** What became of an item, in an editor's words. */
export function ActionPill({ action }: { action: Action }) {
  return (
    <span className="galley-action" data-action={action}>
      {ACTION_WORDS[action] ?? action}
    </span>
  )
}
