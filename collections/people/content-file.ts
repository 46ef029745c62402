import { formerSlugs, links } from '../content-file/common.ts'
import { type FileType, picture, text } from '../content-file/field.ts'

/** Its keys in content files, in the order in which they are written. */
export const personFile: FileType = {
  type: 'person',
  collection: 'people',
  label: 'person',
  fields: [
    formerSlugs,
    ...['name', 'jobTitle', 'headline', 'bio'].map(text),
    picture('photo'),
    links,
    text('linkedinUrn'),
  ],
}
