import type { ContentType } from '../../pipelines/content-type.ts'

export const roleLevels: ContentType = {
  collection: 'role-levels',
  toContentItem() {
    throw new Error('[collections] not yet')
  },
}
