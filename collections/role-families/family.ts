/** What a family says of itself, for its own page and for its profiles. Pure. */
import { rowsOf, textOf } from '../content/values.ts'

export const GUIDELINES = [
  'knowledgeAndApplication',
  'complexityAndProblemSolving',
  'collaborationAndInteraction',
  'typicalDegreeAndYears',
] as const

export type Rung = {
  /** The level's item. */
  levelId: string
  code: string
  name: string
  summary: string
  responsibilities: string[]
  guidelines: Record<(typeof GUIDELINES)[number], string>
}

export type Skill = { name: string; kind: 'skill' | 'tool'; description: string }

export type FamilyFields = {
  name: string
  code: string
  function: string
  track: string | null
  region: string
  payNote: string
  levels: Rung[]
  skills: Skill[]
}

/** `M4 Director` */
export function rungName({ code, name }: { code: string; name: string }): string {
  return `${code} ${name}`.trim()
}

/** The rows that have a name; whatever is not marked as a tool is a skill. */
export function skillsOf(value: unknown): Skill[] {
  return rowsOf(value).flatMap((row): Skill[] => {
    const name = textOf(row.name)
    const kind = row.kind === 'tool' ? 'tool' : 'skill'
    return name ? [{ name, kind, description: textOf(row.description) }] : []
  })
}

/** `Name: description`, or the name alone. */
export function skillLines(skills: Skill[]): string[] {
  return skills.map(({ name, description }) => (description ? `${name}: ${description}` : name))
}
