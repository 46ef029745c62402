import type { Draft } from './draft.ts'
import { StatePill } from './state-pill.tsx'

type Line = Pick<Draft, 'id' | 'hook' | 'title' | 'state'>

/** Posts by their openings, each with its state. */
export function DraftLines({ admin, rows }: { admin: string; rows: Line[] }) {
  return (
    <ul>
      {rows.map(({ id, hook, title, state }) => (
        <li key={id}>
          <a dir="auto" href={`${admin}/collections/linkedin-drafts/${id}`}>
            {hook || title}
          </a>{' '}
          <StatePill state={state} />
        </li>
      ))}
    </ul>
  )
}
