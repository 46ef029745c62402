/** The API's own list of parameters (../parameters.ts) as OpenAPI has them. */
import type { Parameter } from '../parameter.ts'
import { SHAPE } from '../parameters.ts'
import type { Schema } from './schema.ts'

/** What readers of a query refuse in any text: see ../query.ts. */
const TEXT = { type: 'string', minLength: 1, maxLength: 2000, pattern: '^[^\\x00-\\x1f\\x7f]+$' }

export function toParameter(parameter: Parameter): Schema {
  const { name, description, example, isMany, default: standard } = parameter
  const one = valueSchema(parameter)
  return {
    name,
    in: 'query',
    description: isMany ? `${description} ${severalOf(name)}` : description,
    ...(isMany ? { style: 'form', explode: false } : {}),
    schema: isMany
      ? { type: 'array', items: one, minItems: 1, maxItems: 50 }
      : { ...one, ...(standard === undefined ? {} : { default: parsed(parameter, standard) }) },
    example: isMany ? example.split(',') : parsed(parameter, example),
  }
}

/** What chooses items is met by any of its values; what shapes them takes all. */
const severalOf = (name: string) =>
  SHAPE.some((one) => one.name === name)
    ? 'Several are separated by commas.'
    : 'Several, separated by commas, mean any of them.'

export const SLUG: Schema = {
  name: 'slug',
  in: 'path',
  required: true,
  description: "The item's slug; a former one is answered with 308.",
  schema: { type: 'string', minLength: 1 },
}

/** `id`: of items, `type:uid`. */
export const ID: Schema = {
  name: 'id',
  in: 'path',
  required: true,
  description: "The item's `id`.",
  schema: { type: 'string', minLength: 1 },
  example: 'articles:k3v8w1z6',
}

export const MIN_SEQ: Schema = {
  name: 'Galley-Min-Seq',
  in: 'header',
  description:
    'A `Galley-Seq` that you have seen: nothing older is answered. Galley waits up to a second for it, then answers 503.',
  schema: { type: 'integer', minimum: 0 },
  example: 128,
}

export const IF_NONE_MATCH: Schema = {
  name: 'If-None-Match',
  in: 'header',
  description: 'An `ETag` that you have: the answer is 304 while nothing has changed.',
  schema: { type: 'string' },
}

function valueSchema({ kind, values, min, max }: Parameter): Schema {
  const range = {
    ...(min === undefined ? {} : { minimum: min }),
    ...(max === undefined ? {} : { maximum: max }),
  }
  switch (kind) {
    case 'whole number':
      return { type: 'integer', ...range }
    case 'number':
      return { type: 'number', ...range }
    case 'flag':
      return { type: 'boolean' }
    case 'date':
      return { type: 'string', format: 'date-time' }
    case 'text':
      return TEXT
    default:
      return { type: 'string', enum: values }
  }
}

function parsed({ kind }: Parameter, value: string): string | number | boolean {
  if (kind === 'flag') return value === 'true'
  return kind === 'number' || kind === 'whole number' ? Number(value) : value
}
