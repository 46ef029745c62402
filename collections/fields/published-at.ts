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
    components: { Cell: '/src/admin/publication-date-cell.tsx#PublicationDateCell' },
  },
}

/**
 * “Yes, take it back until then”: asked when a date in the future would do that (`refuseHoldingBack`). Its place
 * in the form says what the date means: scheduled, will be scheduled, or a warning.
 */
export const holdBack: Field = {
  name: 'holdBack',
  type: 'checkbox',
  label: 'Take it back until then',
  virtual: true,
  admin: {
    position: 'sidebar',
    disableBulkEdit: true,
    disableListColumn: true,
    disableListFilter: true,
    components: { Field: '/src/admin/publication-note.tsx#PublicationNote' },
  },
}
