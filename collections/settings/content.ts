import type { ContentType } from '../../pipelines/content-type.ts'
import type { CollectionType } from '../collection-type.ts'

export const settingsContent = (_types: readonly CollectionType[]): ContentType => ({
  collection: 'settings',
  toContentItem() {
    throw new Error('[collections] not yet')
  },
})
