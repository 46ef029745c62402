import type { Field } from 'payload'
import { isLinkTarget } from './web-address.ts'

/** Labelled links, in order. */
export function links(options: { label: string; description?: string }): Field {
  return {
    name: 'links',
    type: 'array',
    label: options.label,
    labels: { singular: 'Link', plural: 'Links' },
    admin: options.description ? { description: options.description } : {},
    fields: [
      {
        type: 'row',
        fields: [
          { name: 'label', type: 'text', required: true, admin: { width: '40%' } },
          {
            name: 'url',
            type: 'text',
            label: 'Address',
            required: true,
            validate: isLinkTarget,
            admin: { width: '60%' },
          },
        ],
      },
    ],
  }
}
