/** The OpenAPI 3.1 document of everything below `/v1`. */
import { headers, problemSchema, responses } from './answers.ts'
import { bodySchemas } from './blocks.ts'
import { contentOperations, listSchemas } from './content.ts'
import { itemSchemas } from './items.ts'
import type { Operations } from './operation.ts'
import { otherOperations, otherSchemas } from './others.ts'
import { partSchemas } from './parts.ts'
import { roleOperations, roleSchemas } from './roles.ts'
import type { Schema } from './schema.ts'
import { searchOperations, searchSchemas } from './search.ts'
import { syncOperations, syncSchemas } from './sync.ts'

/** Of the API's form, not of the program: grows by a whole number only with another prefix than `/v1`. */
const VERSION = '1.0.0'

export type OpenApi = {
  openapi: string
  info: { title: string; version: string; description: string }
  servers: { url: string }[]
  tags: { name: string; description: string }[]
  paths: { [path: string]: { get: Operations[string] } }
  components: {
    [kind in 'schemas' | 'headers' | 'responses' | 'securitySchemes']: { [name: string]: Schema }
  }
}

const TAGS = [
  { name: 'Content', description: 'Lists and single items of each type.' },
  { name: 'Search', description: 'Full-text search across types.' },
  { name: 'Roles', description: 'What role profiles have beyond other items.' },
  { name: 'Sync', description: 'Everything once, then what has changed.' },
  { name: 'Preview', description: 'Drafts, for whom an editor gave a link.' },
  { name: 'About', description: 'What there is, and this description.' },
]

/** Pure: the same types and address give the same document. `publicUrl`: PUBLIC_URL. */
export function openApiDocument({
  publicUrl,
  types,
}: {
  publicUrl: string
  types: readonly string[]
}): OpenApi {
  const operations: Operations = {
    ...contentOperations(types),
    ...otherOperations(types),
    ...searchOperations(types),
    ...roleOperations(),
    ...syncOperations(types),
  }
  const paths = Object.entries(operations).map(([path, get]) => [`/v1${path}`, { get }] as const)
  return {
    openapi: '3.1.0',
    info: {
      title: 'Galley',
      version: VERSION,
      description:
        'Published content for websites: read only, without an account, from any origin. ' +
        'Every GET answers HEAD too. An unknown parameter or value is refused with 400.',
    },
    servers: [{ url: publicUrl }],
    tags: TAGS,
    paths: Object.fromEntries(paths),
    components: {
      schemas: {
        ...itemSchemas(types),
        ...listSchemas(types),
        ...partSchemas,
        ...bodySchemas,
        ...otherSchemas(types),
        ...searchSchemas,
        ...roleSchemas,
        ...syncSchemas,
        Problem: problemSchema,
      },
      headers,
      responses,
      securitySchemes: {
        apiKey: { type: 'apiKey', in: 'header', name: 'Authorization', description: '`users API-Key …`' },
      },
    },
  }
}
