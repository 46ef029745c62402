import type { CollectionConfig, Field } from 'payload'
import { machineWritten } from '../../ledger/collections.ts'

const readOnly = { readOnly: true } satisfies Field['admin']

export const linkedinDrafts: CollectionConfig = {
  ...machineWritten,
  slug: 'linkedin-drafts',
  labels: { singular: 'LinkedIn draft', plural: 'LinkedIn drafts' },
  admin: {
    group: 'Publishing',
    description: 'A post for each published item, ready to be pasted into LinkedIn.',
    useAsTitle: 'title',
    defaultColumns: ['title', 'state', 'characterCount', 'itemType', 'stale'],
  },
  defaultSort: '-seq',
  fields: [
    { name: 'title', type: 'text', admin: readOnly },
    {
      type: 'row',
      fields: [
        {
          name: 'state',
          type: 'select',
          required: true,
          defaultValue: 'draft',
          options: [
            { label: 'Draft', value: 'draft' },
            { label: 'Approved', value: 'approved' },
            { label: 'Posted', value: 'posted' },
            { label: 'Withdrawn', value: 'withdrawn' },
          ],
          admin: { ...readOnly, width: '33%' },
        },
        {
          name: 'characterCount',
          label: 'Characters',
          type: 'number',
          admin: { ...readOnly, width: '33%', description: 'LinkedIn takes 3,000.' },
        },
        {
          name: 'stale',
          label: 'Content changed since',
          type: 'checkbox',
          admin: { ...readOnly, width: '33%' },
        },
      ],
    },
    {
      name: 'reason',
      label: 'Why there is no post',
      type: 'text',
      admin: { ...readOnly, condition: hasText('reason') },
    },
    {
      name: 'warnings',
      label: 'Worth a look',
      type: 'textarea',
      admin: { ...readOnly, condition: hasText('warnings') },
    },
    {
      name: 'hook',
      label: 'Opening',
      type: 'textarea',
      admin: { ...readOnly, description: 'What is seen before “…more”: 140 characters on a phone.' },
    },
    {
      name: 'text',
      label: 'Post, to be pasted',
      type: 'textarea',
      admin: { ...readOnly, rows: 18, description: 'Plain text with the link and hashtags at the end.' },
    },
    {
      name: 'firstComment',
      label: 'First comment',
      type: 'textarea',
      admin: { ...readOnly, rows: 2 },
    },
    {
      name: 'apiText',
      label: 'Post for LinkedIn’s API',
      type: 'textarea',
      admin: {
        ...readOnly,
        rows: 8,
        description: 'The same text in LinkedIn’s own notation, for scheduling tools.',
      },
    },
    {
      name: 'image',
      type: 'group',
      admin: readOnly,
      fields: [
        { name: 'url', label: 'Picture, 1200 × 627', type: 'text', admin: readOnly },
        { name: 'alt', label: 'Alt text', type: 'text', admin: readOnly },
        { name: 'width', type: 'number', admin: { hidden: true } },
        { name: 'height', type: 'number', admin: { hidden: true } },
      ],
    },
    { name: 'sourceUrl', label: 'On the website', type: 'text', admin: readOnly },
    { name: 'itemId', type: 'text', required: true, unique: true, index: true, admin: { hidden: true } },
    { name: 'itemType', type: 'text', label: 'Type', admin: { ...readOnly, position: 'sidebar' } },
    { name: 'edited', type: 'checkbox', admin: { hidden: true } },
    { name: 'seq', type: 'number', required: true, admin: { hidden: true } },
  ],
}

function hasText(field: string) {
  return (data: { [key: string]: unknown }) => Boolean(data[field])
}
