import type { Field } from 'payload'

/** What somebody in the role can do and works with. */
export function skills(description: string): Field {
  return {
    name: 'skills',
    type: 'array',
    label: 'Skills and tools',
    labels: { singular: 'Skill or tool', plural: 'Skills and tools' },
    admin: { description, initCollapsed: true },
    fields: [
      {
        type: 'row',
        fields: [
          { name: 'name', type: 'text', required: true, admin: { width: '70%' } },
          {
            name: 'kind',
            type: 'select',
            defaultValue: 'skill',
            options: [
              { value: 'skill', label: 'Skill' },
              { value: 'tool', label: 'Tool' },
            ],
            admin: { width: '30%' },
          },
        ],
      },
      { name: 'description', type: 'textarea' },
    ],
  }
}
