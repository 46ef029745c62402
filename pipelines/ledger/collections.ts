/** What the ledger keeps: the entries, one row an item, who depends on whom, cursors, what they set aside, and its own identity. */
import type { CollectionConfig } from 'payload'
import { retrySetAside } from './retry-set-aside.ts'

/** Written by the program alone; signed-in people may look. */
export const machineWritten = {
  access: {
    create: () => false,
    update: () => false,
    delete: () => false,
    read: ({ req }) => Boolean(req.user),
  },
  graphQL: false,
  timestamps: false,
  lockDocuments: false,
} satisfies Partial<CollectionConfig>

const hidden = { hidden: true } satisfies CollectionConfig['admin']

export const ledgerCollections: CollectionConfig[] = [
  {
    ...machineWritten,
    slug: 'publications',
    labels: { singular: 'Publication', plural: 'Publications' },
    admin: {
      group: 'Publishing',
      description: 'Everything that was published, changed or taken back, newest first.',
      defaultColumns: ['title', 'action', 'type', 'by', 'recordedAt'],
      useAsTitle: 'title',
    },
    defaultSort: '-seq',
    indexes: [{ fields: ['itemId', 'seq'] }],
    fields: [
      { name: 'title', type: 'text', admin: { readOnly: true } },
      { name: 'seq', label: 'Number', type: 'number', required: true, unique: true, index: true },
      { name: 'itemId', label: 'Item', type: 'text', required: true },
      { name: 'type', type: 'text', required: true },
      { name: 'slug', type: 'text' },
      { name: 'url', label: 'Address', type: 'text' },
      {
        name: 'action',
        type: 'select',
        required: true,
        options: [
          { label: 'Published', value: 'published' },
          { label: 'Changed', value: 'updated' },
          { label: 'Taken back', value: 'unpublished' },
        ],
      },
      {
        name: 'cause',
        type: 'select',
        required: true,
        options: [
          { label: 'Somebody saved it', value: 'save' },
          { label: 'Its time came', value: 'schedule' },
          { label: 'Something that it shows changed', value: 'dependency' },
          { label: 'Found by the regular check', value: 'reconcile' },
          { label: 'Galley itself or its addresses changed', value: 'rebuild' },
        ],
      },
      { name: 'by', label: 'Who', type: 'text' },
      { name: 'publishedAt', type: 'date' },
      { name: 'recordedAt', label: 'When', type: 'date', required: true },
      { name: 'hash', type: 'text', required: true, admin: hidden },
      { name: 'ownHash', type: 'text', required: true, admin: hidden },
      { name: 'item', type: 'json', admin: hidden },
      { name: 'dependsOn', type: 'json', admin: hidden },
    ],
  },
  {
    ...machineWritten,
    slug: 'ledger-items',
    admin: hidden,
    fields: [
      { name: 'itemId', type: 'text', required: true, unique: true, index: true },
      { name: 'type', type: 'text', required: true, index: true },
      { name: 'live', type: 'checkbox', required: true },
      { name: 'seq', type: 'number', required: true },
      // What the item was derived from: its document's stamp and each dependency's last seq.
      { name: 'stamps', type: 'json', required: true },
    ],
  },
  {
    ...machineWritten,
    slug: 'ledger-dependencies',
    admin: hidden,
    indexes: [{ fields: ['itemId', 'dependsOn'], unique: true }],
    fields: [
      { name: 'itemId', type: 'text', required: true },
      { name: 'dependsOn', type: 'text', required: true, index: true },
      { name: 'seq', type: 'number', required: true },
    ],
  },
  {
    ...machineWritten,
    slug: 'ledger-cursors',
    admin: hidden,
    fields: [
      { name: 'consumer', type: 'text', required: true, unique: true, index: true },
      { name: 'seq', type: 'number', required: true },
      { name: 'error', type: 'text' },
      { name: 'failures', type: 'number' },
      { name: 'remaining', type: 'number' },
    ],
  },
  {
    ...machineWritten,
    slug: 'ledger-set-aside',
    admin: hidden,
    indexes: [{ fields: ['consumer', 'seq'], unique: true }, { fields: ['consumer', 'itemId'] }],
    endpoints: [retrySetAside],
    fields: [
      { name: 'consumer', type: 'text', required: true },
      { name: 'itemId', type: 'text', required: true },
      { name: 'seq', type: 'number', required: true },
      { name: 'error', type: 'text', required: true },
      { name: 'attempts', type: 'number', required: true },
      { name: 'setAsideAt', type: 'date', required: true },
    ],
  },
  {
    ...machineWritten,
    slug: 'ledger-meta',
    admin: hidden,
    fields: [
      { name: 'key', type: 'text', required: true, unique: true, index: true },
      { name: 'value', type: 'json' },
    ],
  },
]
