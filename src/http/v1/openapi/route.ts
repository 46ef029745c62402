/** `/v1/openapi.json` */
import type { Route } from '../answer.ts'
import { isAnswer, readQuery } from '../query.ts'
import { openApiDocument } from './document.ts'

/** The same bytes as long as the program, its types and its address are the same. */
export const openApi: Route = ({ path, query }, context) => {
  if (path.length !== 1 || path[0] !== 'openapi.json') return null
  const given = readQuery(query, [])
  return isAnswer(given) ? given : { status: 200, body: JSON.stringify(openApiDocument(context)), tags: [] }
}
