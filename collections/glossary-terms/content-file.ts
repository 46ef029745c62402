import { callToAction, contentFields } from '../content-file/common.ts'
import { type FileType, relation, relations, rows, text, texts } from '../content-file/field.ts'

/** Its keys in content files, in the order in which they are written. */
export const glossaryTermFile: FileType = {
  type: 'glossary-term',
  collection: 'glossary-terms',
  label: 'glossary term',
  fields: contentFields(
    'term',
    [
      text('abbreviation'),
      texts('aliases'),
      relation('category', 'topics'),
      text('question'),
      text('shortAnswer'),
    ],
    [
      texts('relatedPlatforms'),
      rows('relatedRoles', [text('label'), relation('profile', 'role-profiles')], 'label'),
      relations('relatedTerms', 'glossary-terms'),
      relations('faqs', 'faqs'),
      callToAction,
    ],
  ),
}
