import type { Field } from 'payload'

/** `instead`: what is shown while the field is empty. */
export function summary(instead: string): Field {
  return {
    name: 'summary',
    type: 'textarea',
    admin: { description: `One or two sentences for lists, feeds and search results. Empty: ${instead}` },
  }
}
