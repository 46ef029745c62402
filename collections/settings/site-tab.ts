import type { Tab } from 'payload'
import { isWebAddress } from '../fields/web-address.ts'

/** What the site is called, and who stands behind it. */
export const siteTab: Tab = {
  label: 'Site',
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'siteTitle',
          type: 'text',
          label: 'Title',
          required: true,
          defaultValue: 'Galley',
          admin: { width: '70%' },
        },
        {
          name: 'language',
          type: 'text',
          required: true,
          defaultValue: 'en',
          validate: isLanguage,
          admin: { width: '30%', description: 'Language of the content, such as en or en-GB.' },
        },
      ],
    },
    {
      name: 'siteDescription',
      type: 'textarea',
      label: 'Description',
      admin: { description: 'One or two sentences; shown in feeds and search results.' },
    },
    {
      name: 'organisation',
      type: 'group',
      admin: { description: 'Counts as the author of what has none.' },
      fields: [
        {
          type: 'row',
          fields: [
            { name: 'name', type: 'text', admin: { width: '50%' } },
            {
              name: 'url',
              type: 'text',
              label: 'Address',
              validate: isWebAddress,
              admin: { width: '50%' },
            },
          ],
        },
      ],
    },
    {
      name: 'icon',
      type: 'upload',
      relationTo: 'media',
      admin: { description: 'Square, at least 512 pixels wide. Shown by feed readers.' },
    },
  ],
}

function isLanguage(value: string | null | undefined): true | string {
  try {
    if (value && Intl.getCanonicalLocales(value).length === 1) return true
  } catch {
    // Said below: RangeError is how Intl refuses a tag.
  }
  return 'Must be a language tag such as en, de or en-GB'
}
