import type { Tab } from 'payload'

/** How feeds go out, all of them and in every format. */
export const feedsTab: Tab = {
  label: 'Feeds',
  fields: [
    {
      name: 'feeds',
      type: 'group',
      label: false,
      fields: [
        {
          type: 'row',
          fields: [
            {
              name: 'length',
              type: 'number',
              label: 'Newest entries',
              required: true,
              defaultValue: 50,
              min: 1,
              max: 50,
              validate: isLength,
              admin: {
                width: '50%',
                step: 1,
                description:
                  'How many a feed begins with, 50 at most. Older ones follow on pages of their own.',
              },
            },
            {
              name: 'text',
              type: 'select',
              label: 'Text',
              required: true,
              defaultValue: 'full',
              options: [
                { value: 'full', label: 'Whole' },
                { value: 'summary', label: 'Summaries only' },
              ],
              admin: {
                width: '50%',
                isClearable: false,
                description: 'What people read without your website.',
              },
            },
          ],
        },
        {
          name: 'copyright',
          type: 'text',
          maxLength: 500,
          admin: { description: 'Such as “© 2026 Example Ltd”. Shown by some feed readers.' },
        },
      ],
    },
  ],
}

function isLength(value: unknown): true | string {
  const isWhole = typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 50
  return isWhole || 'Must be a whole number from 1 to 50'
}
