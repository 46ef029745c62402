import type { ContentType } from '../../pipelines/content-type.ts'

export const topics: ContentType = {
  collection: 'topics',
  toContentItem() {
    throw new Error('[collections] not yet')
  },
}
