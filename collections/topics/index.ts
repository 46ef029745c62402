import type { CollectionType } from '../collection-type.ts'
import { publishedCollection } from '../published-collection.ts'
import { topics } from './content.ts'
import { topicFile } from './content-file.ts'

export const Topics: CollectionType = {
  content: topics,
  file: topicFile,
  urlPattern: '/topics/{slug}',
  channels: ['sitemap'],
  config: publishedCollection({
    slug: 'topics',
    labels: { singular: 'Topic', plural: 'Topics' },
    group: 'People and structure',
    description: 'What content is about. Each topic has a feed of its own.',
    title: { name: 'name', label: 'Name' },
    defaultColumns: ['name', 'parent', 'hashtag', '_status'],
    defaultSort: 'name',
    isContent: false,
    tabs: [
      {
        label: 'Content',
        fields: [
          { name: 'description', type: 'textarea' },
          {
            type: 'row',
            fields: [
              {
                name: 'parent',
                type: 'relationship',
                relationTo: 'topics',
                label: 'Part of',
                filterOptions: ({ id }) => (id ? { id: { not_equals: id } } : true),
                admin: { width: '50%', description: 'The wider topic, if there is one.' },
              },
              {
                name: 'hashtag',
                type: 'text',
                admin: { width: '50%', description: 'Without #. Empty: made from the name.' },
              },
            ],
          },
        ],
      },
    ],
  }),
}
