import type { ContentType } from '../../pipelines/content-type.ts'

export const glossaryTerms: ContentType = {
  collection: 'glossary-terms',
  toContentItem() {
    throw new Error('[collections] not yet')
  },
}
