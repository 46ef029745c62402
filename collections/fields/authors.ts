import type { Field } from 'payload'

/** Who wrote it, in the order of the byline. */
export const authors: Field = {
  name: 'authors',
  type: 'relationship',
  relationTo: 'people',
  hasMany: true,
  admin: {
    position: 'sidebar',
    description: 'In the order of the byline. Without one, the organisation of the settings is the author.',
  },
}
