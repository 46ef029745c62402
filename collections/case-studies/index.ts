import type { CollectionType } from '../collection-type.ts'
import { body } from '../fields/body.ts'
import { callToAction } from '../fields/call-to-action.ts'
import { contentSidebar, searchAndSharing } from '../fields/content-tabs.ts'
import { related } from '../fields/related.ts'
import { summary } from '../fields/summary.ts'
import { isWebAddress } from '../fields/web-address.ts'
import { publishedCollection } from '../published-collection.ts'
import { caseStudies } from './content.ts'
import { caseStudyFile } from './content-file.ts'

export const CaseStudies: CollectionType = {
  content: caseStudies,
  file: caseStudyFile,
  urlPattern: '/case-studies/{slug}',
  channels: ['feeds', 'linkedin', 'newsletter', 'sitemap'],
  config: publishedCollection({
    slug: 'case-studies',
    labels: { singular: 'Case study', plural: 'Case studies' },
    group: 'Content',
    description: 'What was done for a client, and what came of it.',
    title: { name: 'title', label: 'Title' },
    defaultColumns: ['title', 'client', '_status', 'publishedAt', 'updatedAt'],
    defaultSort: '-updatedAt',
    listSearchableFields: ['title', 'client', 'slug'],
    isContent: true,
    tabs: [
      {
        label: 'Content',
        fields: [
          {
            type: 'row',
            fields: [
              {
                name: 'client',
                type: 'text',
                admin: { width: '50%', description: 'As it may be named in public.' },
              },
              {
                name: 'clientUrl',
                type: 'text',
                label: 'Client’s website',
                validate: isWebAddress,
                admin: { width: '50%' },
              },
            ],
          },
          {
            name: 'clientLinkedinUrn',
            type: 'text',
            label: 'Client’s LinkedIn identifier',
            admin: {
              description:
                'Such as urn:li:organization:123456; lets a LinkedIn draft mention the client. May be empty.',
            },
          },
          summary('the first sentences of the challenge.'),
          body({ description: 'Told under three headings: Challenge, Approach, Outcome.' }),
          {
            name: 'metrics',
            type: 'array',
            label: 'Results in numbers',
            labels: { singular: 'Result', plural: 'Results' },
            admin: { description: 'Shown above the text, such as “Time to hire: 23 days”.' },
            fields: [
              {
                type: 'row',
                fields: [
                  { name: 'label', type: 'text', required: true, admin: { width: '50%' } },
                  { name: 'value', type: 'text', required: true, admin: { width: '50%' } },
                ],
              },
            ],
          },
          {
            name: 'testimonial',
            type: 'group',
            fields: [
              { name: 'quote', type: 'textarea' },
              {
                type: 'row',
                fields: [
                  { name: 'name', type: 'text', label: 'Who said it', admin: { width: '50%' } },
                  { name: 'role', type: 'text', label: 'Their role', admin: { width: '50%' } },
                ],
              },
            ],
          },
        ],
      },
      {
        label: 'Related',
        fields: [
          related({ name: 'glossaryTerms', relationTo: 'glossary-terms', label: 'Glossary terms' }),
          related({ name: 'roleProfiles', relationTo: 'role-profiles', label: 'Role profiles' }),
          callToAction,
        ],
      },
      searchAndSharing,
    ],
    sidebar: contentSidebar,
  }),
}
