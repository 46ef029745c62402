import type { ContentType } from '../../pipelines/content-type.ts'
import { facts, paragraphs } from '../content/blocks.ts'
import { buildItem } from '../content/build-item.ts'
import { groupOf, numberOf, textOf } from '../content/values.ts'
import { type LevelFields, levelFacts } from './level.ts'

/** A rung of the ladder: `title` is `M4 Director`. `fields`: `LevelFields`. */
export const roleLevels: ContentType = {
  collection: 'role-levels',
  toContentItem(document, related) {
    const years = groupOf(document.experienceYears)
    const fields: LevelFields = {
      code: textOf(document.code),
      name: textOf(document.name),
      track: textOf(document.track) || null,
      order: numberOf(document.order),
      summary: textOf(document.summary),
      scope: textOf(document.scope),
      autonomy: textOf(document.autonomy),
      complexity: textOf(document.complexity),
      impact: textOf(document.impact),
      decisionRights: textOf(document.decisionRights),
      leadership: textOf(document.leadership),
      experienceYears: { min: numberOf(years.min), max: numberOf(years.max) },
    }
    return buildItem({
      collection: 'role-levels',
      document,
      related,
      title: `${fields.code} ${fields.name}`.trim(),
      summaries: [fields.summary],
      blocks: [...paragraphs(fields.summary), ...facts(levelFacts(fields))],
      fields,
    })
  },
}
