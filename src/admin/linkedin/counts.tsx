'use client'
import type { Count } from './counters.ts'

export function Counts({ counts }: { counts: Count[] }) {
  return (
    <ul aria-live="polite" className="galley-counts">
      {counts.map(({ label, count, of, level, note }) => (
        <li data-level={level} key={label}>
          {counts.length > 1 && <span>{label} </span>}
          <strong>{count.toLocaleString('en-GB')}</strong> / {of}
          {note && <em> {note}</em>}
        </li>
      ))}
    </ul>
  )
}
