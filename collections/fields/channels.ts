import type { Field } from 'payload'

type Channel = { name: string; label: string; description?: string; fields?: Field[] }

const CHANNELS: Channel[] = [
  {
    name: 'feeds',
    label: 'Feeds',
    description: '“Yes” adds it to the feeds of the whole site, “No” leaves it out of every feed.',
  },
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
      {
        type: 'row',
        fields: [
          {
            name: 'postAs',
            type: 'select',
            label: 'Posted by',
            defaultValue: 'default',
            options: [
              { value: 'default', label: 'The first author' },
              { value: 'company', label: 'The company' },
            ],
            admin: { isClearable: false, width: '50%', description: 'Only an author says “I”.' },
          },
          {
            name: 'format',
            type: 'select',
            label: 'Shown with',
            defaultValue: 'default',
            options: [
              { value: 'default', label: 'Its picture, else the link' },
              { value: 'text', label: 'Nothing: text only' },
              { value: 'picture', label: 'A picture' },
              { value: 'link', label: 'The link’s card' },
              { value: 'document', label: 'A document to leaf through' },
            ],
            admin: { isClearable: false, width: '50%' },
          },
        ],
      },
      {
        name: 'hashtags',
        type: 'text',
        hasMany: true,
        label: 'Hashtags',
        admin: { description: 'Press Enter after each. Empty: made from the topics.' },
      },
      {
        name: 'firstComment',
        type: 'textarea',
        label: 'First comment',
        maxLength: 1000,
        admin: { description: 'Empty: the title, the link and the call to action.' },
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
  fields: CHANNELS.map(({ name, label, description, fields = [] }) => ({
    name,
    type: 'group' as const,
    label,
    ...(description ? { admin: { description } } : {}),
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
