import type { ContentType } from '../../pipelines/content-type.ts'

export const caseStudies: ContentType = {
  collection: 'case-studies',
  toContentItem() {
    throw new Error('[collections] not yet')
  },
}
