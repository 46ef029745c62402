import type { CollectionType } from '../collection-type.ts'
import { links } from '../fields/links.ts'
import { publishedCollection } from '../published-collection.ts'
import { callsToAction } from './content.ts'
import { callToActionFile } from './content-file.ts'

export const CallsToAction: CollectionType = {
  content: callsToAction,
  file: callToActionFile,
  config: publishedCollection({
    slug: 'calls-to-action',
    labels: { singular: 'Call to action', plural: 'Calls to action' },
    group: 'People and structure',
    description:
      'Shared closings such as “Start a search”. Change one here and it changes everywhere it is used.',
    title: { name: 'heading', label: 'Heading' },
    defaultColumns: ['heading', '_status', 'updatedAt'],
    defaultSort: 'heading',
    isContent: false,
    tabs: [
      {
        label: 'Content',
        fields: [
          { name: 'text', type: 'textarea' },
          links({ label: 'Buttons', description: 'An address that begins with / is on the website.' }),
        ],
      },
    ],
  }),
}
