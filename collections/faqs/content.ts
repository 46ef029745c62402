import type { ContentType } from '../../pipelines/content-type.ts'

export const faqs: ContentType = {
  collection: 'faqs',
  toContentItem() {
    throw new Error('[collections] not yet')
  },
}
