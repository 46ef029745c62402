import type { ArrayField } from 'payload'

const guideline = (name: string, label: string) =>
  ({ name, type: 'textarea', label, admin: { width: '50%' } }) as const

/** What the family expects on each rung. */
export const ladder: ArrayField = {
  name: 'levels',
  type: 'array',
  label: 'Ladder',
  labels: { singular: 'Rung', plural: 'Rungs' },
  admin: { description: 'From the lowest rung to the highest.', initCollapsed: true },
  fields: [
    { name: 'level', type: 'relationship', relationTo: 'role-levels', required: true },
    {
      name: 'responsibilities',
      type: 'text',
      hasMany: true,
      admin: { description: 'One for each line; press Enter after each.' },
    },
    {
      name: 'guidelines',
      type: 'group',
      fields: [
        {
          type: 'row',
          fields: [
            guideline('knowledgeAndApplication', 'Knowledge and application'),
            guideline('complexityAndProblemSolving', 'Complexity and problem solving'),
          ],
        },
        {
          type: 'row',
          fields: [
            guideline('collaborationAndInteraction', 'Collaboration and interaction'),
            guideline('typicalDegreeAndYears', 'Typical degree and years'),
          ],
        },
      ],
    },
  ],
}
