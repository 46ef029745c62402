/** Lists and single items of each type. */
import { listParameters, SHAPE } from '../parameters.ts'
import { EXAMPLE_CURSOR, exampleItem, shortExample } from './examples.ts'
import { type Operations, read } from './operation.ts'
import { ID, SLUG, toParameter } from './parameters.ts'
import { list, object, ref, type Schema } from './schema.ts'
import { infoOf } from './types.ts'

const shape = SHAPE.map(toParameter)

export const page = (items: Schema): Schema => object({ data: list(items), page: ref('Page') })

/** What one item is answered as. */
const single = (schema: Schema): Schema => object({ data: schema })

export function contentOperations(types: readonly string[]): Operations {
  const byId = read({
    operationId: 'getItem',
    tags: ['Content'],
    summary: 'One item by its id',
    parameters: [ID, ...shape],
    schema: single(ref('SelectedItem')),
    example: { data: exampleItem('articles') },
    problems: { 404: 'NotFound', 410: 'Gone' },
  })
  return { ...Object.assign({}, ...types.map(ofType)), '/items/{id}': byId }
}

function ofType(type: string): Operations {
  const { name, plural, one, about } = infoOf(type)
  const item = ref(`Selected${name}`)
  const slug = { ...SLUG, example: String(exampleItem(type).slug) }
  return {
    [`/${type}`]: read({
      operationId: `list${plural}`,
      tags: ['Content'],
      summary: `Every ${one}, in pages`,
      description: about,
      parameters: listParameters(type).map(toParameter),
      schema: ref(`${name}List`),
      example: { data: [shortExample(type)], page: { limit: 1, next: EXAMPLE_CURSOR } },
      headers: ['Link'],
      problems: { 410: 'StartOver' },
    }),
    [`/${type}/{slug}`]: read({
      operationId: `get${name}`,
      tags: ['Content'],
      summary: `One ${one}`,
      parameters: [slug, ...shape],
      schema: single(item),
      example: { data: exampleItem(type) },
      problems: { 308: 'Moved', 404: 'NotFound', 410: 'Gone' },
    }),
  }
}

/** Of the lists above. */
export const listSchemas = (types: readonly string[]): { [name: string]: Schema } =>
  Object.fromEntries(
    types.map((type) => {
      const { name } = infoOf(type)
      return [`${name}List`, page(ref(`Selected${name}`))]
    }),
  )
