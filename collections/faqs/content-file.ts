import { contentFields } from '../content-file/common.ts'
import type { FileType } from '../content-file/field.ts'

/** Its keys in content files, in the order in which they are written. */
export const faqFile: FileType = {
  type: 'faq',
  collection: 'faqs',
  label: 'FAQ',
  fields: contentFields('question', [], []),
}
