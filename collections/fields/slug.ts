import type { Field } from 'payload'
import { isNobodyForField } from '../../src/access.ts'

/** The last part of the page's address and those it had before. `setSlug` and `keepFormerSlugs` fill them. */
export const slugFields: Field[] = [
  {
    name: 'slug',
    type: 'text',
    label: 'Slug',
    index: true,
    unique: true,
    hooks: { beforeDuplicate: [() => null] },
    admin: {
      position: 'sidebar',
      disableBulkEdit: true,
      description:
        'The last part of the page’s address. Made from the title; type your own to change it, empty it to have it made again. After publication the old address still leads here.',
    },
  },
  {
    name: 'formerSlugs',
    type: 'text',
    label: 'Earlier slugs',
    hasMany: true,
    access: { update: isNobodyForField },
    hooks: { beforeDuplicate: [() => []] },
    admin: {
      position: 'sidebar',
      readOnly: true,
      disableBulkEdit: true,
      disableListColumn: true,
      description:
        'Addresses that this page had while it was public. Visitors are sent on to the present one.',
      condition: (data) => Array.isArray(data?.formerSlugs) && data.formerSlugs.length > 0,
    },
  },
]
