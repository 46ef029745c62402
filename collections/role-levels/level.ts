/** What a level says of itself, for its own page and for the profiles on it. Pure. */

export type LevelFields = {
  code: string
  name: string
  track: string | null
  order: number | null
  summary: string
  scope: string
  autonomy: string
  complexity: string
  impact: string
  decisionRights: string
  leadership: string
  experienceYears: { min: number | null; max: number | null }
}

/** As labelled values; those that the level lacks are empty. */
export function levelFacts(level: LevelFields): [label: string, value: string][] {
  return [
    ['Scope', level.scope],
    ['Autonomy', level.autonomy],
    ['Complexity', level.complexity],
    ['Impact', level.impact],
    ['Decision rights', level.decisionRights],
    ['Leadership', level.leadership],
    ['Experience', experience(level.experienceYears)],
  ]
}

/** `10–15 years`, `10+ years`, `up to 3 years`; empty when nothing is known. */
export function experience({ min, max }: LevelFields['experienceYears']): string {
  if (min !== null && max !== null) return min === max ? `${min} years` : `${min}–${max} years`
  if (min !== null) return `${min}+ years`
  return max === null ? '' : `up to ${max} years`
}
