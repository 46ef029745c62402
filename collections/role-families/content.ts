import type { ContentType, PublishedDocument, Related } from '../../pipelines/content-type.ts'
import { bullets, facts, inline, paragraphs, section } from '../content/blocks.ts'
import { sentencesOf } from '../content/body.ts'
import { buildItem } from '../content/build-item.ts'
import { itemsOf } from '../content/cards.ts'
import { groupOf, rowsOf, textOf, textsOf } from '../content/values.ts'
import type { LevelFields } from '../role-levels/level.ts'
import { type FamilyFields, GUIDELINES, type Rung, rungName, skillLines, skillsOf } from './family.ts'

/** A role family with its ladder. `fields`: `FamilyFields`; profiles take ladder and skills from there. */
export const roleFamilies: ContentType = {
  collection: 'role-families',
  toContentItem(document, related) {
    const fields: FamilyFields = {
      name: textOf(document.name),
      code: textOf(document.code),
      function: textOf(document.function),
      track: textOf(document.track) || null,
      region: textOf(document.region),
      payNote: textOf(document.payNote),
      levels: rungsOf(document, related),
      skills: skillsOf(document.skills),
    }
    const summary = paragraphs(textOf(document.summary))
    return buildItem({
      collection: 'role-families',
      document,
      related,
      title: fields.name,
      summaries: [sentencesOf(summary), textOf(document.summary)],
      blocks: [
        ...summary,
        ...facts([
          ['Function', fields.function],
          ['Region', fields.region],
        ]),
        ...paragraphs(fields.payNote),
        ...fields.levels.flatMap((rung) => section(rungName(rung), bullets(rung.responsibilities))),
        ...section('Skills and tools', bullets(skillLines(fields.skills).map((line) => [inline(line)]))),
      ],
      fields,
    })
  },
}

/** A rung whose level is not public is left out. */
function rungsOf(document: PublishedDocument, related: Related): Rung[] {
  return rowsOf(document.levels).flatMap((row): Rung[] => {
    const [level] = itemsOf(related, 'role-levels', row.level)
    if (!level) return []
    const { code, name, summary } = level.fields as unknown as LevelFields
    const guidelines = groupOf(row.guidelines)
    return [
      {
        levelId: level.id,
        code,
        name,
        summary,
        responsibilities: textsOf(row.responsibilities),
        guidelines: Object.fromEntries(
          GUIDELINES.map((key) => [key, textOf(guidelines[key])]),
        ) as Rung['guidelines'],
      },
    ]
  })
}
