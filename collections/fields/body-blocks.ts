import type { Block, CollectionSlug, RichTextField } from 'payload'

/** What the blocks below may show. */
export const SHOWN_BY_BLOCKS: CollectionSlug[] = ['media', 'faqs', 'case-studies', 'calls-to-action']

/** What may stand between the paragraphs of a body. `small`: the editor for words inside a block. */
export function bodyBlocks(small: NonNullable<RichTextField['editor']>): Block[] {
  return [
    {
      slug: 'quote',
      labels: { singular: 'Quote with attribution', plural: 'Quotes' },
      fields: [
        { name: 'body', type: 'richText', label: 'Quote', required: true, editor: small },
        {
          type: 'row',
          fields: [
            { name: 'attribution', type: 'text', label: 'Who said it', admin: { width: '50%' } },
            { name: 'role', type: 'text', label: 'Their role', admin: { width: '50%' } },
          ],
        },
      ],
    },
    {
      slug: 'callout',
      labels: { singular: 'Callout', plural: 'Callouts' },
      fields: [
        {
          name: 'tone',
          type: 'select',
          required: true,
          defaultValue: 'info',
          options: [
            { value: 'info', label: 'Information' },
            { value: 'tip', label: 'Tip' },
            { value: 'warning', label: 'Warning' },
          ],
        },
        { name: 'body', type: 'richText', label: 'Text', required: true, editor: small },
      ],
    },
    {
      slug: 'code',
      labels: { singular: 'Code', plural: 'Code' },
      fields: [
        {
          name: 'language',
          type: 'text',
          admin: { description: 'For highlighting, such as sql or python. May be empty.' },
        },
        { name: 'code', type: 'textarea', required: true, admin: { rows: 10 } },
      ],
    },
    {
      slug: 'image',
      labels: { singular: 'Picture', plural: 'Pictures' },
      fields: [
        { name: 'image', type: 'upload', relationTo: 'media', label: 'Picture', required: true, maxDepth: 0 },
        {
          name: 'alt',
          type: 'text',
          label: 'Description for people who cannot see it',
          admin: { description: 'For this place only. Empty: the picture’s own.' },
        },
        { name: 'caption', type: 'text' },
      ],
    },
    {
      slug: 'faqList',
      labels: { singular: 'List of FAQs', plural: 'Lists of FAQs' },
      fields: [
        { name: 'heading', type: 'text' },
        {
          name: 'faqs',
          type: 'relationship',
          relationTo: 'faqs',
          hasMany: true,
          required: true,
          label: 'FAQs',
          maxDepth: 0,
        },
      ],
    },
    {
      slug: 'caseStudyCard',
      labels: { singular: 'Case study', plural: 'Case studies' },
      fields: [
        {
          name: 'caseStudy',
          type: 'relationship',
          relationTo: 'case-studies',
          required: true,
          label: 'Case study',
          maxDepth: 0,
        },
      ],
    },
    {
      slug: 'callToAction',
      labels: { singular: 'Call to action', plural: 'Calls to action' },
      fields: [
        {
          name: 'callToAction',
          type: 'relationship',
          relationTo: 'calls-to-action',
          required: true,
          label: 'Call to action',
          maxDepth: 0,
        },
      ],
    },
  ]
}
