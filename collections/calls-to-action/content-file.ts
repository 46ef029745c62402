import { formerSlugs, links } from '../content-file/common.ts'
import { type FileType, text } from '../content-file/field.ts'

/** Its keys in content files, in the order in which they are written. */
export const callToActionFile: FileType = {
  type: 'call-to-action',
  collection: 'calls-to-action',
  label: 'call to action',
  fields: [formerSlugs, text('heading'), text('text'), links],
}
