import type { ArrayField, GroupField } from 'payload'
import { isWebAddress } from '../fields/web-address.ts'

/** Where the profile is known from, and how good that is. The lowest score decides whether it may be published. */
export const provenance: GroupField = {
  name: 'provenance',
  type: 'group',
  fields: [
    {
      name: 'scores',
      type: 'array',
      labels: { singular: 'Score', plural: 'Scores' },
      admin: {
        description:
          'From 1 (poor) to 5 (excellent) for each criterion. To publish, the lowest must reach the minimum of the settings.',
      },
      fields: [
        {
          type: 'row',
          fields: [
            { name: 'name', type: 'text', label: 'Criterion', required: true, admin: { width: '70%' } },
            {
              name: 'score',
              type: 'number',
              required: true,
              min: 1,
              max: 5,
              admin: { width: '30%', step: 0.5 },
            },
          ],
        },
      ],
    },
    {
      name: 'sourceCount',
      type: 'number',
      label: 'Number of sources',
      min: 0,
      admin: { step: 1, description: 'All that were used, listed below or not.' },
    },
    {
      name: 'sources',
      type: 'array',
      labels: { singular: 'Source', plural: 'Sources' },
      fields: [
        {
          type: 'row',
          fields: [
            { name: 'title', type: 'text', required: true, admin: { width: '50%' } },
            { name: 'url', type: 'text', label: 'Address', validate: isWebAddress, admin: { width: '50%' } },
          ],
        },
      ],
    },
  ],
}

/** The role's place in public classifications. */
export const classifications: ArrayField = {
  name: 'classifications',
  type: 'array',
  labels: { singular: 'Classification', plural: 'Classifications' },
  admin: { description: 'Such as O*NET-SOC 11-3051: lets search engines know which occupation this is.' },
  fields: [
    {
      type: 'row',
      fields: [
        { name: 'scheme', type: 'text', required: true, admin: { width: '33%' } },
        { name: 'code', type: 'text', required: true, admin: { width: '33%' } },
        { name: 'source', type: 'text', admin: { width: '33%', description: 'Who assigned it.' } },
      ],
    },
  ],
}
