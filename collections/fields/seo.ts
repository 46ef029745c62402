import type { Field } from 'payload'
import { isWebAddress } from './web-address.ts'

/** What search engines and shared links show. */
export const seoFields: Field[] = [
  {
    type: 'row',
    fields: [
      {
        name: 'metaTitle',
        type: 'text',
        label: 'Title for search engines',
        admin: { width: '50%', description: 'Up to about 60 characters. Empty: the title.' },
      },
      {
        name: 'canonicalUrl',
        type: 'text',
        label: 'Original address',
        validate: isWebAddress,
        admin: {
          width: '50%',
          description:
            'Only when this text first appeared on another site: the full address there, with https://.',
        },
      },
    ],
  },
  {
    name: 'metaDescription',
    type: 'textarea',
    label: 'Description for search engines',
    admin: { description: 'Up to about 155 characters. Empty: the summary.' },
  },
  {
    name: 'noIndex',
    type: 'checkbox',
    label: 'Hide from search engines',
    defaultValue: false,
    admin: {
      description:
        'Asks search engines not to list the page and leaves it out of the sitemap. The page itself stays public.',
    },
  },
]
