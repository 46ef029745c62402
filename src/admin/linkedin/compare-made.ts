/** What differs between two makings of a post, for the same list as between two publications. Pure. */
import type { Change } from '../publications/compare-items.ts'
import { compareLines } from '../publications/difference.ts'
import type { Made } from './draft.ts'

/** Only fields that differ. A picture is told by its address, where both have one. */
export function compareMade(before: Made, after: Made): Change[] {
  const texts: [field: string, before: string, after: string][] = [
    ['Text', before.text, after.text],
    ['First comment', before.firstComment, after.firstComment],
    ['Picture', before.imageUrl ?? '', after.imageUrl ?? ''],
  ]
  return texts
    .filter(([, old, now]) => old !== now)
    .map(([field, old, now]) => ({ field, lines: compareLines(old, now) }))
}
