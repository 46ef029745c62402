import type { TextField } from 'payload'

/** The words that name a document; its slug is made from them. */
export function titleField(options: {
  name: string
  label: string
  description?: string
  required?: boolean
}): TextField {
  const { name, label, description, required = true } = options
  return { name, type: 'text', label, required, admin: description ? { description } : {} }
}
