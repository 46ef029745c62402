'use client'
import { useEffect, useState } from 'react'
import type { Format } from './draft.ts'
import { fromLocal, toLocal } from './local-time.ts'
import type { OpenDraft } from './use-draft.ts'
import type { Voice } from './voices.ts'

const FORMATS: { value: Format; label: string }[] = [
  { value: 'text', label: 'Words alone' },
  { value: 'picture', label: 'With the picture' },
  { value: 'link', label: 'With a card of the link' },
  { value: 'document', label: 'With pages to leaf through' },
]

/** Whose post it is, what it goes out with, and when. Each is saved as it is chosen. */
export function Plan({
  open,
  voices,
  isWritable,
}: {
  open: OpenDraft
  voices: Voice[]
  isWritable: boolean
}) {
  const { draft, isBusy, act } = open
  // The server does not know the reader's time zone.
  const [planned, setPlanned] = useState('')
  useEffect(() => setPlanned(toLocal(draft.plannedFor)), [draft.plannedFor])
  const isPossible = (format: Format) =>
    format === 'document' ? draft.carousel !== null : format !== 'picture' || draft.pictures.length > 0
  const plan = () => {
    if (planned !== toLocal(draft.plannedFor))
      act('edit', { plannedFor: fromLocal(planned) }, 'The date is saved.')
  }
  return (
    <fieldset className="galley-plan" disabled={!isWritable || isBusy}>
      <label className="galley-field">
        <span>Post as</span>
        <select
          name="postAs"
          onChange={(event) => act('edit', { postAs: event.target.value })}
          value={draft.postAs}
        >
          {voices.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label className="galley-field">
        <span>Goes out</span>
        <select
          name="format"
          onChange={(event) => act('edit', { format: event.target.value })}
          value={draft.format}
        >
          {FORMATS.map(({ value, label }) => (
            <option disabled={!isPossible(value) && value !== draft.format} key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <label className="galley-field">
        <span>Planned for</span>
        <input
          name="plannedFor"
          onBlur={plan}
          onChange={(event) => setPlanned(event.target.value)}
          type="datetime-local"
          value={planned}
        />
      </label>
    </fieldset>
  )
}
