import type { CollectionType } from '../collection-type.ts'
import { body } from '../fields/body.ts'
import { callToAction } from '../fields/call-to-action.ts'
import { contentSidebar, searchAndSharing } from '../fields/content-tabs.ts'
import { skills } from '../fields/skills.ts'
import { summary } from '../fields/summary.ts'
import { publishedCollection } from '../published-collection.ts'
import { roleProfiles } from './content.ts'
import { roleProfileFile } from './content-file.ts'
import { neighbours } from './neighbours.ts'
import { pay } from './pay.ts'
import { classifications, provenance } from './provenance.ts'
import { refuseSecondProfile } from './refuse-second-profile.ts'
import { refuseWeakProvenance } from './refuse-weak-provenance.ts'
import { roleFields } from './role-fields.ts'

export const RoleProfiles: CollectionType = {
  content: roleProfiles,
  file: roleProfileFile,
  urlPattern: '/role-profiles/{slug}',
  channels: ['feeds', 'linkedin', 'newsletter', 'sitemap'],
  config: publishedCollection({
    slug: 'role-profiles',
    labels: { singular: 'Role profile', plural: 'Role profiles' },
    group: 'Content',
    description:
      'One role family on one level: pay, responsibilities, skills, and where all that is known from.',
    title: { name: 'title', label: 'Title' },
    defaultColumns: ['title', 'code', 'level', 'reviewStatus', 'confidence', '_status', 'updatedAt'],
    defaultSort: 'code',
    listSearchableFields: ['title', 'code', 'slug'],
    isContent: true,
    beforeChange: [refuseSecondProfile, refuseWeakProvenance],
    tabs: [
      {
        label: 'Content',
        fields: [
          roleFields,
          summary('the summary of its level.'),
          pay,
          {
            name: 'responsibilities',
            type: 'text',
            hasMany: true,
            admin: {
              description:
                'One for each line; press Enter after each. Empty: those of the family for this level.',
            },
          },
          skills('Empty: those of the family.'),
          body({ description: 'Anything else; may be empty.' }),
        ],
      },
      { label: 'Provenance', fields: [provenance, classifications] },
      {
        label: 'Related',
        fields: [
          {
            name: 'titleAliases',
            type: 'text',
            hasMany: true,
            label: 'Other job titles',
            admin: { description: 'What the role is also called. Press Enter after each.' },
          },
          callToAction,
          neighbours,
        ],
      },
      searchAndSharing,
    ],
    sidebar: [
      {
        name: 'reviewStatus',
        type: 'select',
        label: 'Review',
        defaultValue: 'draft',
        options: [
          { value: 'draft', label: 'Not reviewed' },
          { value: 'in-review', label: 'In review' },
          { value: 'approved', label: 'Approved' },
        ],
        admin: { position: 'sidebar', description: 'For your team only; it does not publish anything.' },
      },
      {
        name: 'confidence',
        type: 'number',
        min: 0,
        max: 1,
        admin: {
          position: 'sidebar',
          step: 0.05,
          description:
            'How sure we are of the whole, from 0 to 1. Readers see low (below 0.5), medium (below 0.8) or high.',
        },
      },
      ...contentSidebar,
    ],
  }),
}
