import type { CollectionConfig } from 'payload'
import { machineWritten } from '../../ledger/collections.ts'
import { draftFields } from './draft-fields.ts'
import { deskEndpoints } from './endpoints.ts'

export const linkedinDrafts: CollectionConfig = {
  ...machineWritten,
  slug: 'linkedin-drafts',
  labels: { singular: 'LinkedIn draft', plural: 'LinkedIn drafts' },
  admin: {
    group: 'Publishing',
    description: 'A post for each published item, ready to be pasted into LinkedIn.',
    useAsTitle: 'title',
    defaultColumns: ['title', 'state', 'characterCount', 'itemType', 'stale'],
  },
  defaultSort: '-seq',
  fields: draftFields,
  endpoints: deskEndpoints,
}
