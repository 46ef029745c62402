import type { ContentType } from '../../pipelines/content-type.ts'

export const roleProfiles: ContentType = {
  collection: 'role-profiles',
  toContentItem() {
    throw new Error('[collections] not yet')
  },
}
