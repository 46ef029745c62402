/** How many letters have to be changed, added or taken out to make one word of the other (Levenshtein's). */
export function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (const [row, from] of [...a].entries()) {
    const current = [row + 1]
    for (const [column, to] of [...b].entries()) {
      const swap = (previous[column] ?? 0) + (from === to ? 0 : 1)
      current.push(Math.min(swap, (previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1))
    }
    previous = current
  }
  return previous.at(-1) ?? 0
}
