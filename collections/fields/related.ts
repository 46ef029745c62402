import type { CollectionSlug, Field } from 'payload'

/** Related documents of one type, in the order in which they are shown. */
export function related(options: {
  name: string
  relationTo: CollectionSlug
  label: string
  description?: string
}): Field {
  const {
    name,
    relationTo,
    label,
    description = 'Shown below the text, unless the text already shows it.',
  } = options
  return { name, type: 'relationship', relationTo, hasMany: true, label, admin: { description } }
}
