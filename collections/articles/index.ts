import type { CollectionType } from '../collection-type.ts'
import { body } from '../fields/body.ts'
import { callToAction } from '../fields/call-to-action.ts'
import { contentSidebar, searchAndSharing } from '../fields/content-tabs.ts'
import { related } from '../fields/related.ts'
import { summary } from '../fields/summary.ts'
import { publishedCollection } from '../published-collection.ts'
import { articles } from './content.ts'
import { articleFile } from './content-file.ts'

export const Articles: CollectionType = {
  content: articles,
  file: articleFile,
  urlPattern: '/articles/{slug}',
  channels: ['feeds', 'linkedin', 'newsletter', 'sitemap'],
  config: publishedCollection({
    slug: 'articles',
    labels: { singular: 'Article', plural: 'Articles' },
    group: 'Content',
    description: 'Long texts: guides, opinions, explanations.',
    title: { name: 'title', label: 'Title' },
    defaultColumns: ['title', '_status', 'authors', 'topics', 'publishedAt', 'updatedAt'],
    defaultSort: '-updatedAt',
    isContent: true,
    tabs: [
      { label: 'Content', fields: [summary('the first sentences of the text.'), body()] },
      {
        label: 'Related',
        description: 'Shown below the text in this order. What the text already shows is not repeated.',
        fields: [
          related({ name: 'faqs', relationTo: 'faqs', label: 'FAQs' }),
          related({ name: 'caseStudies', relationTo: 'case-studies', label: 'Case studies' }),
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
