import type { ContentType } from '../../pipelines/content-type.ts'

export const media: ContentType = {
  collection: 'media',
  toContentItem() {
    throw new Error('[collections] not yet')
  },
}
