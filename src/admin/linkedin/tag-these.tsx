'use client'
import type { Mention } from './draft.ts'

/** Whom to mention by hand: pasted text cannot. */
export function TagThese({ mentions }: { mentions: Mention[] }) {
  return (
    <section aria-label="Tag these" className="galley-tags" id="tag-these">
      <h2>Tag these</h2>
      <p>Pasted words mention nobody: type @ and choose them on LinkedIn.</p>
      <ul>
        {mentions.map(({ name, urn }) => (
          <li key={urn}>
            <strong>@{name}</strong> <code>{urn}</code>
          </li>
        ))}
      </ul>
    </section>
  )
}
