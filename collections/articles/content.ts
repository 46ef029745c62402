import type { ContentType } from '../../pipelines/content-type.ts'

export const articles: ContentType = {
  collection: 'articles',
  toContentItem() {
    throw new Error('[collections] not yet')
  },
}
