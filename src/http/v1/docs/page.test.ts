import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { ADJACENCY_TEXT } from '../../../../pipelines/channels/delivery/adjacency.ts'
import { escapeHtml } from '../../../../pipelines/rich-text/to-html-inline.ts'
import { openApiDocument } from '../openapi/document.ts'
import { DELIVERED_TYPES } from '../types.ts'
import { DOCS_POLICY, renderDocsPage } from './page.ts'
import { prose } from './words.ts'

const publicUrl = 'https://cms.example.com/"><script>alert(1)</script>'
const document = openApiDocument({ publicUrl, types: DELIVERED_TYPES })
const page = renderDocsPage(document)

it('holds nothing that could run or comes from elsewhere, and allows nothing but its own style', () => {
  expect(page).not.toMatch(/<script|<link|<img|<iframe|\son[a-z]+=|url\(|@import|href="(?!#|\/v1\/)/i)
  const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? ''
  const hash = createHash('sha256').update(style).digest('base64')
  expect(DOCS_POLICY).toContain(`default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'`)
})

it('tells of every operation, parameter and schema, and how near roles are', () => {
  const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const [path, { get }] of Object.entries(document.paths)) {
    expect(ids).toContain(`operation-${get.operationId}`)
    expect(page).toContain(`<code>${escapeHtml(path)}</code>`)
    for (const { name } of get.parameters ?? []) expect(page).toContain(`<code>${name}</code>`)
  }
  for (const name of Object.keys(document.components.schemas)) expect(ids).toContain(`schema-${name}`)
  for (const [, target = ''] of page.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target)
  expect(page).toContain(prose(ADJACENCY_TEXT))
})
