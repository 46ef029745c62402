import type { GroupField, NumberField } from 'payload'

const amount = (name: string, label: string, description: string): NumberField => ({
  name,
  type: 'number',
  label,
  min: 0,
  admin: { width: '33%', description },
})

/** What the role is paid. */
export const pay: GroupField = {
  name: 'pay',
  type: 'group',
  fields: [
    {
      type: 'row',
      fields: [
        amount('low', 'Low', 'Nine of ten earn more.'),
        amount('median', 'Median', 'Half earn more.'),
        amount('high', 'High', 'One of ten earns more.'),
      ],
    },
    {
      type: 'row',
      fields: [
        {
          name: 'currency',
          type: 'text',
          validate: (value: string | null | undefined) =>
            !value || /^[A-Z]{3}$/.test(value) || 'Must be a code of three capital letters, such as USD',
          admin: { width: '33%', description: 'Three letters, such as USD.' },
        },
        {
          name: 'period',
          type: 'select',
          label: 'Per',
          defaultValue: 'year',
          options: [
            { value: 'year', label: 'Year' },
            { value: 'month', label: 'Month' },
            { value: 'day', label: 'Day' },
            { value: 'hour', label: 'Hour' },
          ],
          admin: { width: '33%' },
        },
        {
          name: 'asOf',
          type: 'date',
          label: 'As of',
          admin: {
            width: '33%',
            date: { pickerAppearance: 'dayOnly' },
            description: 'When the figures were true.',
          },
        },
      ],
    },
    {
      name: 'note',
      type: 'text',
      admin: { description: 'Shown with the figures, such as “base pay, without bonus”.' },
    },
  ],
}
