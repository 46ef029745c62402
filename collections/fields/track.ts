import type { Field } from 'payload'

/** Whether a level or a family leads people. */
export const track: Field = {
  name: 'track',
  type: 'select',
  options: [
    { value: 'management', label: 'Management' },
    { value: 'individual', label: 'Individual contributor' },
  ],
  admin: { width: '50%' },
}
