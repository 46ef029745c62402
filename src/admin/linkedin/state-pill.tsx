import type { State } from './draft.ts'
import { STATES } from './states.ts'
import '../action-pill.css'
import './state-pill.css'

export function StatePill({ state }: { state: State }) {
  return (
    <span className="galley-action" data-state={state}>
      {STATES.find(({ value }) => value === state)?.label ?? state}
    </span>
  )
}

/** The content has changed since the draft was made. */
export function StalePill() {
  return (
    <span className="galley-action" data-state="stale">
      Content changed
    </span>
  )
}
