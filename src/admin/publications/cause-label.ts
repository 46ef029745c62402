import type { Payload } from 'payload'

/** Why something was published, as the list says it. */
export function causeLabel(payload: Payload, cause: string): string {
  const collection = payload.collections.publications
  const field = collection.config.fields.find((each) => 'name' in each && each.name === 'cause')
  const options = field?.type === 'select' ? field.options : []
  for (const option of options)
    if (typeof option !== 'string' && option.value === cause) return String(option.label)
  return cause
}
