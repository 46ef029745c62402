import type { ContentType } from '../../pipelines/content-type.ts'

export const callsToAction: ContentType = {
  collection: 'calls-to-action',
  toContentItem() {
    throw new Error('[collections] not yet')
  },
}
