import type { CollapsibleField } from 'payload'

/** Which role it is. */
export const roleFields: CollapsibleField = {
  type: 'collapsible',
  label: 'Role',
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'family',
          type: 'relationship',
          relationTo: 'role-families',
          required: true,
          label: 'Role family',
          admin: { width: '50%' },
        },
        {
          name: 'level',
          type: 'relationship',
          relationTo: 'role-levels',
          required: true,
          admin: { width: '50%' },
        },
      ],
    },
    {
      type: 'row',
      fields: [
        {
          name: 'code',
          type: 'text',
          admin: { width: '50%', description: 'Place in the taxonomy, such as MANUFA.MANUFACTF950.M4.' },
        },
        {
          name: 'profileVersion',
          type: 'number',
          label: 'Version',
          required: true,
          min: 1,
          defaultValue: 1,
          hooks: { beforeDuplicate: [() => null] },
          admin: {
            width: '50%',
            step: 1,
            description: 'There is one profile for each family, level and version.',
          },
        },
      ],
    },
  ],
}
