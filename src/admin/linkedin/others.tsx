'use client'
import type { Other } from './draft-view.tsx'
import { StatePill } from './state-pill.tsx'

/** The other posts of the same item. */
export function Others({ others, listUrl }: { others: Other[]; listUrl: string }) {
  return (
    <section aria-label="Other posts of it" className="galley-tags" id="other-posts">
      <h2>Other posts of it</h2>
      <ul>
        {others.map(({ id, hook, state, isFurther }) => (
          <li key={id}>
            <a href={`${listUrl}/${id}`}>{hook || (isFurther ? 'Further post' : 'The first post')}</a>{' '}
            <StatePill state={state} />
          </li>
        ))}
      </ul>
    </section>
  )
}
