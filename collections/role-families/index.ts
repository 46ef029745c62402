import type { CollectionType } from '../collection-type.ts'
import { skills } from '../fields/skills.ts'
import { topics } from '../fields/topics.ts'
import { track } from '../fields/track.ts'
import { publishedCollection } from '../published-collection.ts'
import { roleFamilies } from './content.ts'
import { roleFamilyFile } from './content-file.ts'
import { ladder } from './ladder.ts'

export const RoleFamilies: CollectionType = {
  content: roleFamilies,
  file: roleFamilyFile,
  urlPattern: '/role-families/{slug}',
  channels: ['sitemap'],
  config: publishedCollection({
    slug: 'role-families',
    labels: { singular: 'Role family', plural: 'Role families' },
    group: 'People and structure',
    description:
      'One job family of a function, with its ladder. Role profiles take what they lack from here.',
    title: { name: 'name', label: 'Name' },
    defaultColumns: ['name', 'code', 'function', 'track', '_status'],
    defaultSort: 'name',
    listSearchableFields: ['name', 'code', 'slug'],
    isContent: false,
    tabs: [
      {
        label: 'Content',
        fields: [
          {
            type: 'row',
            fields: [
              {
                name: 'code',
                type: 'text',
                admin: { width: '50%', description: 'Place in the taxonomy, such as MANUFA.MANUFACTF950.' },
              },
              {
                name: 'function',
                type: 'text',
                admin: { width: '50%', description: 'Such as Manufacturing Operations.' },
              },
            ],
          },
          {
            type: 'row',
            fields: [
              track,
              {
                name: 'region',
                type: 'text',
                admin: { width: '50%', description: 'Where it applies, such as global.' },
              },
            ],
          },
          { name: 'summary', type: 'textarea' },
          { name: 'payNote', type: 'textarea', label: 'Note on pay' },
        ],
      },
      { label: 'Ladder', fields: [ladder] },
      { label: 'Skills', fields: [skills('Shown on every profile of the family that has none of its own.')] },
    ],
    sidebar: [topics],
  }),
}
