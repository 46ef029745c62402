/** What is particular to role profiles, families and levels: `fields`, and what follows from neighbours. */
import { flag, list, mapOf, number, object, oneOf, orNull, type Schema, text, whole } from './schema.ts'

const id = text('Of the item.')

const level = {
  track: orNull(text()),
  order: orNull(number('The higher, the higher on the ladder.')),
  code: text(),
  name: text(),
  summary: text(),
  scope: text(),
  autonomy: text(),
  complexity: text(),
  impact: text(),
  decisionRights: text(),
  leadership: text(),
  experienceYears: object({ min: orNull(number()), max: orNull(number()) }),
}

const family = {
  name: text(),
  code: text(),
  function: text(),
  track: orNull(text()),
  region: text(),
  payNote: text(),
}

const guidelines = object({
  knowledgeAndApplication: text(),
  complexityAndProblemSolving: text(),
  collaborationAndInteraction: text(),
  typicalDegreeAndYears: text(),
})

export const rung = { code: text(), name: text(), responsibilities: list(text()), guidelines }

const skills = list(object({ name: text(), kind: oneOf('skill', 'tool'), description: text() }))

export const roleLevelFields: Schema = object(level)

export const roleFamilyFields: Schema = object({
  ...family,
  levels: list(
    object({ levelId: text(), summary: text(), ...rung }),
    'The ladder, from the lowest rung to the highest.',
  ),
  skills,
})

export const pay = object({
  currency: text(),
  period: oneOf('year', 'month', 'day', 'hour'),
  median: orNull(number()),
  low: orNull(number('Nine of ten earn more.')),
  high: orNull(number('One of ten earns more.')),
  asOf: orNull(text('YYYY-MM-DD')),
  note: text(),
})

export const roleProfileFields: Schema = object({
  code: text(),
  level: orNull(object({ id, ...level })),
  family: orNull(object({ id, slug: text(), ...family })),
  profileVersion: orNull(number()),
  confidence: orNull(number('0 to 1.')),
  confidenceLabel: orNull(oneOf('low', 'medium', 'high')),
  pay: orNull(pay),
  responsibilities: list(text()),
  skills,
  ladder: list(object({ id, ...rung, current: flag() })),
  provenance: object({
    sourceCount: orNull(whole()),
    sources: list(object({ title: text(), url: orNull(text()) })),
    scores: mapOf(number(), '1 to 5 for each criterion.'),
  }),
  classifications: list(object({ scheme: text(), code: text(), source: orNull(text()) })),
  titleAliases: list(text()),
  neighbours: object({ pinned: list(id), excluded: list(id) }, {}, 'What an editor says of `adjacent`.'),
})
