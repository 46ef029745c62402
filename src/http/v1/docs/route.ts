/** `/v1/docs` */
import type { Route } from '../answer.ts'
import { openApiDocument } from '../openapi/document.ts'
import { isAnswer, readQuery } from '../query.ts'
import { DOCS_POLICY, renderDocsPage } from './page.ts'

/** The same bytes as long as the program, its types and its address are the same. */
export const docs: Route = ({ path, query }, context) => {
  if (path.length !== 1 || path[0] !== 'docs') return null
  const given = readQuery(query, [])
  if (isAnswer(given)) return given
  return {
    status: 200,
    body: renderDocsPage(openApiDocument(context)),
    contentType: 'text/html; charset=utf-8',
    headers: { 'Content-Security-Policy': DOCS_POLICY },
    tags: [],
  }
}
