import type { CollectionType } from '../collection-type.ts'
import { personPosts } from '../fields/linkedin-tabs.ts'
import { links } from '../fields/links.ts'
import { publishedCollection } from '../published-collection.ts'
import { people } from './content.ts'
import { personFile } from './content-file.ts'

export const People: CollectionType = {
  content: people,
  file: personFile,
  urlPattern: '/people/{slug}',
  channels: ['sitemap'],
  config: publishedCollection({
    slug: 'people',
    labels: { singular: 'Person', plural: 'People' },
    group: 'People and structure',
    description: 'Authors, as the public sees them. Accounts for signing in are under Users.',
    title: { name: 'name', label: 'Name' },
    defaultColumns: ['name', 'jobTitle', '_status', 'updatedAt'],
    defaultSort: 'name',
    isContent: false,
    tabs: [
      {
        label: 'Content',
        fields: [
          {
            type: 'row',
            fields: [
              { name: 'jobTitle', type: 'text', label: 'Job title', admin: { width: '40%' } },
              {
                name: 'headline',
                type: 'text',
                admin: { width: '60%', description: 'One line below the name.' },
              },
            ],
          },
          { name: 'bio', type: 'textarea', label: 'About', admin: { rows: 6 } },
          links({ label: 'Links', description: 'Profiles and websites.' }),
        ],
      },
      personPosts,
    ],
    sidebar: [
      { name: 'photo', type: 'upload', relationTo: 'media', admin: { position: 'sidebar' } },
      {
        name: 'linkedinUrn',
        type: 'text',
        label: 'LinkedIn identifier',
        admin: {
          position: 'sidebar',
          description:
            'Such as urn:li:person:AbC123; lets a LinkedIn draft mention this person. May be empty.',
        },
      },
      {
        name: 'user',
        type: 'relationship',
        relationTo: 'users',
        label: 'Account',
        admin: {
          position: 'sidebar',
          description: 'The account with which this person signs in. Never public.',
        },
      },
    ],
  }),
}
