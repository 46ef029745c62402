import { callToAction, contentFields } from '../content-file/common.ts'
import { type FileType, relations } from '../content-file/field.ts'

/** Its keys in content files, in the order in which they are written. */
export const articleFile: FileType = {
  type: 'article',
  collection: 'articles',
  label: 'article',
  fields: contentFields(
    'title',
    [],
    [
      relations('faqs', 'faqs'),
      relations('caseStudies', 'case-studies'),
      relations('glossaryTerms', 'glossary-terms'),
      relations('roleProfiles', 'role-profiles'),
      callToAction,
    ],
  ),
}
