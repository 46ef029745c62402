import { callToAction, contentFields } from '../content-file/common.ts'
import { type FileType, group, relations, rows, text } from '../content-file/field.ts'

/** Its keys in content files, in the order in which they are written. */
export const caseStudyFile: FileType = {
  type: 'case-study',
  collection: 'case-studies',
  label: 'case study',
  fields: contentFields(
    'title',
    [
      text('client'),
      text('clientUrl'),
      text('clientLinkedinUrn'),
      rows('metrics', [text('label'), text('value')]),
      group('testimonial', [text('quote'), text('name'), text('role')]),
    ],
    [relations('glossaryTerms', 'glossary-terms'), relations('roleProfiles', 'role-profiles'), callToAction],
  ),
}
