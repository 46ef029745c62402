import type { Tab } from 'payload'

const tags = (name: string, label: string, description: string) =>
  ({
    name,
    label,
    type: 'text',
    hasMany: true,
    admin: { width: '50%', placeholder: 'None', description },
  }) as const

const utm = (name: string, label: string, defaultValue = '') =>
  ({ name, label, type: 'text', defaultValue, admin: { width: '33%' } }) as const

/** How posts for LinkedIn are made. */
export const linkedinTab: Tab = {
  label: 'LinkedIn',
  fields: [
    {
      name: 'linkedin',
      type: 'group',
      label: false,
      fields: [
        {
          type: 'row',
          fields: [
            {
              name: 'linkPlace',
              type: 'select',
              label: 'The link stands',
              defaultValue: 'post',
              options: [
                { value: 'post', label: 'In the post' },
                { value: 'comment', label: 'In the first comment' },
              ],
              admin: { width: '50%', isClearable: false },
            },
            {
              name: 'hashtagCount',
              type: 'number',
              label: 'Hashtags at most',
              defaultValue: 5,
              min: 3,
              max: 5,
              admin: { width: '50%', step: 1, description: '3 to 5; made from the topics.' },
            },
          ],
        },
        {
          type: 'row',
          fields: [
            tags('fixedTags', 'Hashtags in every post', 'Such as your own; press Enter after each.'),
            tags('bannedTags', 'Hashtags in no post', 'Press Enter after each.'),
          ],
        },
        {
          name: 'utm',
          type: 'group',
          label: 'UTM parameters of the link',
          admin: { description: '{type} and {slug} stand for the document’s. Empty ones are left out.' },
          fields: [
            {
              type: 'row',
              fields: [
                utm('source', 'Source', 'linkedin'),
                utm('medium', 'Medium'),
                utm('campaign', 'Campaign'),
              ],
            },
          ],
        },
        {
          name: 'closingLines',
          type: 'text',
          hasMany: true,
          label: 'Closing lines',
          admin: {
            placeholder: 'None',
            description:
              'One of them ends a post whose content asks no question of its own. Press Enter after each.',
          },
        },
        {
          type: 'row',
          fields: [
            {
              name: 'bullets',
              type: 'select',
              label: 'Lists',
              defaultValue: 'bullets',
              options: [
                { value: 'bullets', label: 'As bullets' },
                { value: 'prose', label: 'As a sentence' },
              ],
              admin: { width: '50%', isClearable: false },
            },
            {
              name: 'language',
              type: 'text',
              label: 'Language',
              admin: {
                width: '50%',
                description: 'Of the few words between the content’s own: en or de. Empty: the site’s.',
              },
            },
          ],
        },
        { name: 'emojiBullets', type: 'checkbox', label: 'Emoji in place of bullets', defaultValue: false },
        {
          type: 'row',
          fields: [
            {
              name: 'accent',
              type: 'text',
              label: 'Colour of cards and documents',
              validate: isColour,
              admin: {
                width: '50%',
                description: 'Such as #0f5f7a. One that could not be read on a card is darkened.',
              },
            },
            {
              name: 'companyUrn',
              type: 'text',
              label: 'LinkedIn identifier of the company',
              admin: {
                width: '50%',
                description: 'Such as urn:li:organization:123456; for tools that post by themselves.',
              },
            },
          ],
        },
      ],
    },
  ],
}

function isColour(value: string | null | undefined): true | string {
  return !value || /^#(?:[0-9a-f]{3}){1,2}$/i.test(value) || 'Must be a colour such as #0f5f7a'
}
