import type { CollectionType } from '../collection-type.ts'
import { body } from '../fields/body.ts'
import { contentSidebar, searchAndSharing } from '../fields/content-tabs.ts'
import { summary } from '../fields/summary.ts'
import { publishedCollection } from '../published-collection.ts'
import { faqs } from './content.ts'
import { faqFile } from './content-file.ts'

export const Faqs: CollectionType = {
  content: faqs,
  file: faqFile,
  urlPattern: '/faqs/{slug}',
  channels: ['linkedin', 'sitemap'],
  config: publishedCollection({
    slug: 'faqs',
    labels: { singular: 'FAQ', plural: 'FAQs' },
    group: 'Content',
    description: 'One question with its answer, used on its own and inside other texts.',
    title: { name: 'question', label: 'Question' },
    defaultColumns: ['question', '_status', 'topics', 'updatedAt'],
    defaultSort: 'question',
    isContent: true,
    tabs: [
      {
        label: 'Content',
        fields: [
          body({ label: 'Answer', description: 'Begin with the answer itself; details after it.' }),
          summary('the first sentences of the answer.'),
        ],
      },
      searchAndSharing,
    ],
    sidebar: contentSidebar,
  }),
}
