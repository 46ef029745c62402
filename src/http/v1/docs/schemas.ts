/** Schemas of the document for people. */
import { escapeHtml } from '../../../../pipelines/rich-text/to-html-inline.ts'
import type { OpenApi } from '../openapi/document.ts'
import type { Schema } from '../openapi/schema.ts'
import { code, fold, prose, table } from './words.ts'

/** What a value may be, in a few words with links to other schemas: HTML. */
export function kindOf(schema: Schema): string {
  if (typeof schema.$ref === 'string') return link(schema.$ref)
  if (schema.const !== undefined) return code(JSON.stringify(schema.const))
  if (Array.isArray(schema.enum)) return schema.enum.map((one) => code(String(one))).join(', ')
  const some = (schema.oneOf ?? schema.anyOf) as Schema[] | undefined
  if (some) return some.map(kindOf).join(' or ')
  if (schema.type === 'array') return `list of ${kindOf((schema.items ?? {}) as Schema)}`
  if (schema.type === 'object' && typeof schema.additionalProperties === 'object')
    return `object of ${kindOf(schema.additionalProperties as Schema)}`
  const types = [schema.type].flat().map(String)
  return escapeHtml([types.join(' or '), schema.format].filter(Boolean).join(', '))
}

const link = ($ref: string) => {
  const name = escapeHtml($ref.split('/').at(-1) ?? '')
  return `<a href="#schema-${name}">${name}</a>`
}

/** All of them, each to be opened. */
export function schemaList({ components }: OpenApi): string {
  return Object.entries(components.schemas)
    .map(([name, schema]) => fold(`schema-${name}`, code(name), describe(schema)))
    .join('\n')
}

function describe(schema: Schema): string {
  const about = schema.description ? `<p>${prose(String(schema.description))}</p>` : ''
  if (schema.properties) return about + membersOf(schema, '')
  const some = (schema.oneOf ?? schema.anyOf) as Schema[] | undefined
  if (some) return `${about}<p>One of ${some.map(kindOf).join(', ')}.</p>`
  const [base] = (schema.allOf ?? []) as Schema[]
  return base ? `${about}<p>${kindOf(base)} with every member that all items have.</p>` : about
}

function membersOf(schema: Schema, prefix: string): string {
  const rows = rowsOf(schema, prefix)
  return rows.length > 0 ? table(['Member', 'What it is', ''], rows) : '<p>No members.</p>'
}

/** Members of members stand below them. */
function rowsOf(schema: Schema, prefix: string): string[][] {
  const required = (schema.required ?? []) as string[]
  return Object.entries((schema.properties ?? {}) as { [name: string]: Schema }).flatMap(([name, member]) => {
    const full = `${prefix}${name}`
    const mark = required.includes(name) ? '' : ' <span class="kind">optional</span>'
    const inner = member.type === 'array' ? ((member.items ?? {}) as Schema) : member
    const below = inner.properties ? rowsOf(inner, `${full}${member.type === 'array' ? '[]' : ''}.`) : []
    const about = prose(String(member.description ?? ''))
    return [[`${code(full)}${mark}`, `<span class="kind">${kindOf(member)}</span>`, about], ...below]
  })
}
