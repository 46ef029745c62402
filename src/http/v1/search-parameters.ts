import type { Parameter } from './parameter.ts'
import { PAGING, SEARCH, SHAPE } from './parameters.ts'

/** Of `/v1/search`. */
export function searchParameters(types: readonly string[]): Parameter[] {
  const across: Parameter = {
    name: 'types',
    kind: 'some of',
    values: types,
    isMany: true,
    example: 'articles,faqs',
    description: 'Only items of these types. Absent: all.',
  }
  const shape = SHAPE.map((one) => ({
    ...one,
    description: `${one.description} With none of \`fields\`, \`body\` and \`include\` each item is a card: \`id\`, \`type\`, \`slug\`, \`url\`, \`title\`, \`summary\`.`,
  }))
  return [SEARCH, across, ...PAGING, ...shape]
}
