import { formerSlugs } from '../content-file/common.ts'
import { type FileType, relation, text } from '../content-file/field.ts'

/** Its keys in content files, in the order in which they are written. */
export const topicFile: FileType = {
  type: 'topic',
  collection: 'topics',
  label: 'topic',
  fields: [formerSlugs, text('name'), text('description'), relation('parent', 'topics'), text('hashtag')],
}
