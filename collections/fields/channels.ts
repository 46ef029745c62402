import type { Field } from 'payload'

type Channel = { name: string; label: string; fields?: Field[] }

const CHANNELS: Channel[] = [
  { name: 'feeds', label: 'Feeds of the whole site' },
  {
    name: 'linkedin',
    label: 'LinkedIn',
    fields: [
      {
        name: 'text',
        type: 'textarea',
        label: 'Text of the post',
        admin: { description: 'Your own words for the LinkedIn draft. Empty: made from the content.' },
      },
    ],
  },
  { name: 'newsletter', label: 'Newsletter' },
  { name: 'sitemap', label: 'Sitemap' },
]

/** Exceptions of one document from what the settings say for its type. */
export const channels: Field = {
  name: 'channels',
  type: 'group',
  label: 'Where it goes',
  admin: { description: 'The settings say where each type goes. Change it here for this document only.' },
  fields: CHANNELS.map(({ name, label, fields = [] }) => ({
    name,
    type: 'group' as const,
    label,
    fields: [
      {
        name: 'include',
        type: 'select' as const,
        label: 'Include',
        defaultValue: 'default',
        options: [
          { value: 'default', label: 'As in the settings' },
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No' },
        ],
        admin: { isClearable: false },
      },
      ...fields,
    ],
  })),
}
