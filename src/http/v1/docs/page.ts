/** The API's page for people, made of its OpenAPI document. Nothing of it is a program, nothing comes from elsewhere. */
import { createHash } from 'node:crypto'
import { escapeHtml } from '../../../../pipelines/rich-text/to-html-inline.ts'
import type { OpenApi } from '../openapi/document.ts'
import { operationList } from './operations.ts'
import { DOCS_PAGE_CSS } from './page.css.ts'
import { schemaList } from './schemas.ts'
import { startText, TEXTS } from './texts.ts'
import { prose } from './words.ts'

const STYLE_HASH = createHash('sha256').update(DOCS_PAGE_CSS).digest('base64')

/** Its own style is allowed by its hash, and nothing else. */
export const DOCS_POLICY = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

type Section = { id: string; title: string; body: string }

/** Pure: the same document gives the same bytes. */
export function renderDocsPage(document: OpenApi): string {
  const address = document.servers[0]?.url ?? ''
  const told = (id: string) => TEXTS.find((text) => text.id === id)?.body ?? ''
  const operations = document.tags.map(({ name, description }) => {
    const id = name.toLowerCase()
    const body = `<p>${prose(description)}</p>\n${told(id)}\n${operationList(document, name)}`
    return { id, title: name, body }
  })
  const others = TEXTS.filter(({ id }) => !operations.some((one) => one.id === id))
  const schemas = { id: 'schemas', title: 'Schemas', body: schemaList(document) }
  const sections: Section[] = [startText(address), ...operations, ...others, schemas]
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Galley: delivery API</title>
<meta name="description" content="${escapeHtml(document.info.description)}">
<style>${DOCS_PAGE_CSS}</style>
</head>
<body>
<div class="page">
<nav aria-label="Sections"><ul>
${sections.map(({ id, title }) => `<li><a href="#${id}">${escapeHtml(title)}</a></li>`).join('\n')}
</ul></nav>
<header>
<h1>Delivery API</h1>
<p class="lede">${prose(document.info.description)}</p>
</header>
<main>
${sections.map(({ id, title, body }) => `<section id="${id}"><h2>${escapeHtml(title)}</h2>\n${body}\n</section>`).join('\n')}
</main>
<footer>For programs: <a href="/v1/openapi.json">OpenAPI ${escapeHtml(document.openapi)}</a>, version ${escapeHtml(document.info.version)} of the API.</footer>
</div>
</body>
</html>
`
}
