import { editDistance } from '../../pipelines/text/edit-distance.ts'

/** The known word that somebody probably meant; undefined when none is close. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const limit = Math.max(1, Math.floor(word.length / 3))
  let best: { word: string; distance: number } | undefined
  for (const one of known) {
    if (Math.abs(one.length - word.length) > limit) continue
    const distance = editDistance(word.toLowerCase(), one.toLowerCase())
    if (distance <= limit && distance < (best?.distance ?? Number.POSITIVE_INFINITY))
      best = { word: one, distance }
  }
  return best?.word
}

/** ` Did you mean "…"?`, or nothing. */
export function suggestion(word: string, known: Iterable<string>): string {
  const meant = nearest(word, known)
  return meant === undefined ? '' : ` Did you mean "${meant}"?`
}
