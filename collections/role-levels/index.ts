import type { CollectionType } from '../collection-type.ts'
import { track } from '../fields/track.ts'
import { publishedCollection } from '../published-collection.ts'
import { roleLevels } from './content.ts'
import { roleLevelFile } from './content-file.ts'

const text = (name: string, label: string, description?: string) =>
  ({
    name,
    type: 'textarea',
    label,
    admin: { width: '50%', ...(description ? { description } : {}) },
  }) as const

export const RoleLevels: CollectionType = {
  content: roleLevels,
  file: roleLevelFile,
  urlPattern: '/role-levels/{slug}',
  channels: ['sitemap'],
  config: publishedCollection({
    slug: 'role-levels',
    labels: { singular: 'Role level', plural: 'Role levels' },
    group: 'People and structure',
    description: 'The rungs that all role families share, such as M4 (Director).',
    title: { name: 'code', label: 'Code', description: 'Short and unmistakable, such as M4.' },
    defaultColumns: ['code', 'name', 'track', 'order', '_status'],
    defaultSort: 'order',
    listSearchableFields: ['code', 'name', 'slug'],
    isContent: false,
    tabs: [
      {
        label: 'Content',
        fields: [
          { name: 'name', type: 'text', admin: { description: 'Such as Director. May be empty.' } },
          {
            type: 'row',
            fields: [
              track,
              {
                name: 'order',
                type: 'number',
                admin: { width: '50%', description: 'Position on the ladder; 1 is the lowest rung.' },
              },
            ],
          },
          { name: 'summary', type: 'textarea' },
          { type: 'row', fields: [text('scope', 'Scope'), text('autonomy', 'Autonomy')] },
          { type: 'row', fields: [text('complexity', 'Complexity'), text('impact', 'Impact')] },
          {
            type: 'row',
            fields: [
              text('decisionRights', 'Decision rights', 'What may be decided alone.'),
              text('leadership', 'Leadership'),
            ],
          },
          {
            name: 'experienceYears',
            type: 'group',
            label: 'Years of experience',
            fields: [
              {
                type: 'row',
                fields: [
                  { name: 'min', type: 'number', label: 'From', min: 0, admin: { width: '50%' } },
                  { name: 'max', type: 'number', label: 'To', min: 0, admin: { width: '50%' } },
                ],
              },
            ],
          },
        ],
      },
    ],
  }),
}
