/** Search across types. */
import { SEARCH } from '../parameters.ts'
import { searchParameters } from '../search-parameters.ts'
import { page } from './content.ts'
import { EXAMPLE_CURSOR, exampleItem } from './examples.ts'
import { type Operations, read } from './operation.ts'
import { toParameter } from './parameters.ts'
import { anyOf, number, object, ref, type Schema, text, uri } from './schema.ts'

/** Of what `q` finds, also in the list of a type. */
export const hitMembers: { [name: string]: Schema } = {
  score: number('With `q`: the higher, the better it fits. Compares hits of one answer only.'),
  highlights: ref('Highlights'),
}

export const searchSchemas: { [name: string]: Schema } = {
  Highlights: object(
    { title: text(), snippet: text('About 160 characters around the best place.') },
    {},
    'Safe HTML: escaped, with `<mark>` around what was found.',
  ),
  Hit: object({
    id: text(),
    type: text(),
    slug: text(),
    url: uri(),
    title: text(),
    summary: text(),
    ...hitMembers,
  }),
  Hits: page(anyOf(ref('Hit'), ref('SelectedItem'))),
}

export function searchOperations(types: readonly string[]): Operations {
  const { id, type, slug, url, title, summary } = exampleItem('articles')
  const highlights = { title: 'Why <mark>dough</mark> rests', snippet: 'Gluten needs half an hour …' }
  const hit = { id, type, slug, url, title, summary, score: 1012.4, highlights }
  return {
    '/search': read({
      operationId: 'search',
      tags: ['Search'],
      summary: 'Everything that holds the words, best first',
      description:
        'The same within a type, with its filters: `q` in its list. With `fields`, `body` or `include` hits are items.',
      parameters: searchParameters(types).map((one) => ({
        ...toParameter(one),
        ...(one.name === SEARCH.name ? { required: true } : {}),
      })),
      schema: ref('Hits'),
      example: { data: [hit], page: { limit: 1, next: EXAMPLE_CURSOR } },
      headers: ['Link'],
      problems: { 410: 'StartOver' },
    }),
  }
}
