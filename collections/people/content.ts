import type { ContentType } from '../../pipelines/content-type.ts'

export const people: ContentType = {
  collection: 'people',
  toContentItem() {
    throw new Error('[collections] not yet')
  },
}
