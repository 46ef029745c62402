import type { ContentType } from '../../pipelines/content-type.ts'

export const roleFamilies: ContentType = {
  collection: 'role-families',
  toContentItem() {
    throw new Error('[collections] not yet')
  },
}
