import type { Field } from 'payload'

/** First publication; `setPublishedAt` fills it. */
export const publishedAt: Field = {
  name: 'publishedAt',
  type: 'date',
  label: 'Publication date',
  index: true,
  hooks: { beforeDuplicate: [() => null] },
  admin: {
    position: 'sidebar',
    date: { pickerAppearance: 'dayAndTime' },
    description:
      'Set when you publish for the first time. With a date in the future, “Publish” schedules: it appears at that moment.',
  },
}
