/** When the sources of a role profile are good enough to publish it. Pure. */

export const DEFAULT_PROVENANCE_MINIMUM = 4

type Score = { name?: string | null; score?: number | null }

/** What keeps the profile from being published, in an editor's words; null when nothing does. */
export function weaknessOf(scores: Score[] | null | undefined, minimum: number): string | null {
  const given = (scores ?? []).filter(
    (one): one is Score & { score: number } => typeof one.score === 'number',
  )
  const limit = minimum.toFixed(1)
  if (given.length === 0) {
    return `Publishing needs provenance scores of at least ${limit}, and there are none. Save as a draft, or add the scores.`
  }
  const lowest = given.reduce((a, b) => (b.score < a.score ? b : a))
  if (lowest.score >= minimum) return null
  return (
    `"${lowest.name ?? ''}" scores ${lowest.score.toFixed(1)}; publishing needs at least ${limit} ` +
    '(Settings → Provenance minimum). Save as a draft, or add better sources.'
  )
}
