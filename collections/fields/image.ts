import type { Field } from 'payload'

/** The lead picture. */
export const image: Field = {
  name: 'image',
  type: 'upload',
  relationTo: 'media',
  admin: {
    position: 'sidebar',
    description: 'Shown above the text, in feeds and on social cards. At least 1200 pixels wide looks best.',
  },
}
