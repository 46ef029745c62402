'use client'
import type { OpenDraft } from './use-draft.ts'

/** The openings that the content makes, best first: one click takes another. */
export function Hooks({ open, isWritable }: { open: OpenDraft; isWritable: boolean }) {
  const { draft, isBusy, act } = open
  return (
    <fieldset className="galley-hooks" disabled={!isWritable || isBusy} id="draft-hooks">
      <legend>Opening</legend>
      {draft.variants.map(({ hook }, at) => (
        <label data-chosen={at === draft.chosen} key={hook}>
          <input
            checked={at === draft.chosen}
            name="hook"
            onChange={() => act('edit', { chosen: at })}
            type="radio"
          />
          <span dir="auto">{hook}</span>
        </label>
      ))}
    </fieldset>
  )
}
