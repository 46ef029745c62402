import { formerSlugs, skills, track } from '../content-file/common.ts'
import { type FileType, group, relation, relations, rows, text, texts } from '../content-file/field.ts'

/** Its keys in content files, in the order in which they are written. */
export const roleFamilyFile: FileType = {
  type: 'role-family',
  collection: 'role-families',
  label: 'role family',
  fields: [
    formerSlugs,
    ...['name', 'code', 'function'].map(text),
    track,
    text('region'),
    relations('topics', 'topics'),
    text('summary'),
    text('payNote'),
    rows('levels', [
      relation('level', 'role-levels'),
      texts('responsibilities'),
      group(
        'guidelines',
        [
          'knowledgeAndApplication',
          'complexityAndProblemSolving',
          'collaborationAndInteraction',
          'typicalDegreeAndYears',
        ].map(text),
      ),
    ]),
    skills,
  ],
}
