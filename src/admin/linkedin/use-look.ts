'use client'
import { useRef } from 'react'
import { useWhileSeen } from '../use-while-seen.ts'
import { type Draft, type Row, toDraft } from './draft.ts'

const EVERY = 8000

/** Looks again and again, while the page is seen and not `isPaused`, whether the server's draft is another. */
export function useLook(
  url: string,
  draft: Draft,
  isPaused: boolean,
  onOther: (theirs: Draft) => void,
): void {
  const latest = useRef({ draft, isPaused, onOther })
  latest.current = { draft, isPaused, onOther }
  useWhileSeen(EVERY, async () => {
    if (isPaused) return
    const answer = await fetch(`${url}?depth=0`).catch(() => null)
    const row = answer?.ok ? ((await answer.json().catch(() => null)) as Row | null) : null
    // What was saved here meanwhile is newer than the answer.
    if (!row || latest.current.draft !== draft || latest.current.isPaused) return
    const theirs = toDraft(row)
    if (JSON.stringify(theirs) !== JSON.stringify(draft)) latest.current.onOther(theirs)
  })
}
