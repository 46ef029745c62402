import type { Field } from 'payload'

/** What it is about. */
export const topics: Field = {
  name: 'topics',
  type: 'relationship',
  relationTo: 'topics',
  hasMany: true,
  admin: {
    position: 'sidebar',
    description: 'The first one counts as the main topic. Hashtags are made from them.',
  },
}
