import { Changes } from '../publications/changes.tsx'
import type { Change } from '../publications/compare-items.ts'
import '../publications/entry-view.css'

/** Differences of words; says so when only blank lines differ. */
export function Differences({ changes }: { changes: Change[] }) {
  if (changes.length === 0) return <p>The words are the same.</p>
  return <Changes changes={changes} isFirst={false} />
}
