import type { CollapsibleField, RelationshipField } from 'payload'

const choice = (name: string, label: string, description: string): RelationshipField => ({
  name,
  type: 'relationship',
  relationTo: 'role-profiles',
  hasMany: true,
  label,
  filterOptions: ({ id }) => (id ? { id: { not_equals: id } } : true),
  admin: { description },
})

/** What an editor says of the neighbours that the API finds by itself (docs/adr/0014). */
export const neighbours: CollapsibleField = {
  type: 'collapsible',
  label: 'Neighbouring roles',
  admin: { initCollapsed: true },
  fields: [
    choice(
      'adjacentPinned',
      'Always show',
      'First among the nearest roles, in this order. The others follow by level, family and function.',
    ),
    choice(
      'adjacentExcluded',
      'Never show',
      'Left out of the nearest roles of this profile; this one may still stand among theirs.',
    ),
  ],
}
