import type { CollectionType } from '../collection-type.ts'
import { body } from '../fields/body.ts'
import { callToAction } from '../fields/call-to-action.ts'
import { contentSidebar, searchAndSharing } from '../fields/content-tabs.ts'
import { related } from '../fields/related.ts'
import { summary } from '../fields/summary.ts'
import { publishedCollection } from '../published-collection.ts'
import { glossaryTerms } from './content.ts'
import { glossaryTermFile } from './content-file.ts'

export const GlossaryTerms: CollectionType = {
  content: glossaryTerms,
  file: glossaryTermFile,
  urlPattern: '/glossary-terms/{slug}',
  channels: ['feeds', 'linkedin', 'newsletter', 'sitemap'],
  config: publishedCollection({
    slug: 'glossary-terms',
    labels: { singular: 'Glossary term', plural: 'Glossary terms' },
    group: 'Content',
    description: 'One term each, with a short answer and what is behind it.',
    title: { name: 'term', label: 'Term' },
    defaultColumns: ['term', 'abbreviation', '_status', 'category', 'updatedAt'],
    defaultSort: 'term',
    listSearchableFields: ['term', 'abbreviation', 'slug'],
    isContent: true,
    tabs: [
      {
        label: 'Content',
        fields: [
          {
            type: 'row',
            fields: [
              { name: 'abbreviation', type: 'text', admin: { width: '30%', description: 'Such as MES.' } },
              {
                name: 'aliases',
                type: 'text',
                hasMany: true,
                label: 'Also called',
                admin: { width: '70%', description: 'Other names that people use. Press Enter after each.' },
              },
            ],
          },
          {
            name: 'question',
            type: 'text',
            admin: { description: 'How people ask for it, such as “What is MES in manufacturing?”' },
          },
          {
            name: 'shortAnswer',
            type: 'textarea',
            label: 'Short answer',
            admin: {
              description: 'One or two sentences that can stand alone. Shown first, and used as the summary.',
            },
          },
          body({ description: 'Sections, each with a heading.' }),
          summary('the short answer.'),
        ],
      },
      {
        label: 'Related',
        fields: [
          related({ name: 'relatedTerms', relationTo: 'glossary-terms', label: 'Related terms' }),
          related({ name: 'faqs', relationTo: 'faqs', label: 'FAQs' }),
          {
            name: 'relatedPlatforms',
            type: 'text',
            hasMany: true,
            label: 'Platforms',
            admin: { description: 'Products that belong to the term. Press Enter after each.' },
          },
          {
            name: 'relatedRoles',
            type: 'array',
            label: 'Roles',
            labels: { singular: 'Role', plural: 'Roles' },
            admin: { description: 'Jobs in which the term matters. With a profile, the role links to it.' },
            fields: [
              {
                type: 'row',
                fields: [
                  { name: 'label', type: 'text', required: true, admin: { width: '50%' } },
                  {
                    name: 'profile',
                    type: 'relationship',
                    relationTo: 'role-profiles',
                    label: 'Role profile',
                    admin: { width: '50%' },
                  },
                ],
              },
            ],
          },
          callToAction,
        ],
      },
      searchAndSharing,
    ],
    sidebar: [
      {
        name: 'category',
        type: 'relationship',
        relationTo: 'topics',
        admin: {
          position: 'sidebar',
          description: 'The main topic; it counts as the first of the topics everywhere.',
        },
      },
      ...contentSidebar,
    ],
  }),
}
