import type { Field } from 'payload'

/** What the reader is asked to do at the end. */
export const callToAction: Field = {
  name: 'callToAction',
  type: 'relationship',
  relationTo: 'calls-to-action',
  label: 'Call to action',
  admin: { description: 'Closes the text. Empty: the one of the settings, if there is one.' },
}
