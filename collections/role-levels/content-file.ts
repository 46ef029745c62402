import { formerSlugs, track } from '../content-file/common.ts'
import { type FileType, group, number, text } from '../content-file/field.ts'

/** Its keys in content files, in the order in which they are written. */
export const roleLevelFile: FileType = {
  type: 'role-level',
  collection: 'role-levels',
  label: 'role level',
  fields: [
    formerSlugs,
    text('code'),
    text('name'),
    track,
    number('order'),
    ...['summary', 'scope', 'autonomy', 'complexity', 'impact', 'decisionRights', 'leadership'].map(text),
    group('experienceYears', [number('min'), number('max')]),
  ],
}
