/** The few forms of JSON Schema (2020-12, as OpenAPI 3.1 has it) that the document is made of. */
export type Schema = { readonly [keyword: string]: unknown }

type Properties = { [name: string]: Schema }

const said = (description?: string) => (description ? { description } : {})

export const text = (description?: string): Schema => ({ type: 'string', ...said(description) })

export const uri = (description?: string): Schema => ({ type: 'string', format: 'uri', ...said(description) })

export const time = (description?: string): Schema => ({
  type: 'string',
  format: 'date-time',
  ...said(description),
})

export const number = (description?: string): Schema => ({ type: 'number', ...said(description) })

export const whole = (description?: string): Schema => ({
  type: 'integer',
  minimum: 0,
  ...said(description),
})

export const flag = (description?: string): Schema => ({ type: 'boolean', ...said(description) })

export const oneOf = (...values: readonly string[]): Schema => ({ type: 'string', enum: values })

export const literal = (value: string): Schema => ({ type: 'string', const: value })

export const list = (items: Schema, description?: string): Schema => ({
  type: 'array',
  items,
  ...said(description),
})

/** Of any names, all of one kind. */
export const mapOf = (values: Schema, description?: string): Schema => ({
  type: 'object',
  additionalProperties: values,
  ...said(description),
})

/** Nothing but these members: what the API says beyond it fails the tests. */
export const object = (required: Properties, optional: Properties = {}, description?: string): Schema => ({
  type: 'object',
  ...said(description),
  properties: { ...required, ...optional },
  ...(Object.keys(required).length > 0 ? { required: Object.keys(required) } : {}),
  additionalProperties: false,
})

export const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` })

export const orNull = (schema: Schema): Schema =>
  typeof schema.type === 'string' && !schema.enum
    ? { ...schema, type: [schema.type, 'null'] }
    : { anyOf: [schema, { type: 'null' }] }

export const anyOf = (...schemas: Schema[]): Schema => ({ anyOf: schemas })
