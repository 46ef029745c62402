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

/** Levenshtein's. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (const [row, from] of [...a].entries()) {
    const current = [row + 1]
    for (const [column, to] of [...b].entries()) {
      const swap = (previous[column] ?? 0) + (from === to ? 0 : 1)
      current.push(Math.min(swap, (previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1))
    }
    previous = current
  }
  return previous[b.length] ?? previous.at(-1) ?? 0
}
