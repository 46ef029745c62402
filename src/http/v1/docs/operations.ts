/** Operations of the document for people. */
import { escapeHtml } from '../../../../pipelines/rich-text/to-html-inline.ts'
import type { OpenApi } from '../openapi/document.ts'
import type { Operation } from '../openapi/operation.ts'
import type { Schema } from '../openapi/schema.ts'
import { kindOf } from './schemas.ts'
import { block, code, fold, json, prose, table } from './words.ts'

/** Those of a tag, each to be opened. */
export function operationList(document: OpenApi, tag: string): string {
  return Object.entries(document.paths)
    .filter(([, { get }]) => get.tags[0] === tag)
    .map(([path, { get }]) => operation(document, path, get))
    .join('\n')
}

function operation(document: OpenApi, path: string, get: Operation): string {
  const { operationId, summary, description, parameters = [], responses } = get
  const rows = parameters.map(parameterRow)
  const answers = Object.entries(responses).map(
    ([status, response]) => [status, resolve(document, response)] as const,
  )
  const body = [
    description ? `<p>${prose(description)}</p>` : '',
    `<h4>Try it</h4>${block(curl(document, path, parameters))}`,
    rows.length > 0 ? `<h4>Parameters</h4>${table(['Name', 'What it is', 'Values'], rows)}` : '',
    `<h4>Answers</h4>${table(
      ['Status', 'When', 'Headers'],
      answers.map(([status, one]) => [code(status), prose(String(one.description)), headersOf(one)]),
    )}`,
    example(answers.find(([status]) => status === '200')?.[1]),
  ]
  const title = `${code(path)}<span class="what">${escapeHtml(summary)}</span>`
  return fold(`operation-${operationId}`, title, body.join('\n'))
}

function parameterRow({ name, in: place, required, description, schema }: Schema): string[] {
  const { default: standard, ...values } = (schema ?? {}) as Schema
  const { minimum, maximum } = values
  const where = place === 'header' ? ' <span class="kind">header</span>' : ''
  const range = [
    minimum === undefined ? '' : `from ${minimum}`,
    maximum === undefined ? '' : `to ${maximum}`,
  ].join(' ')
  return [
    `${code(String(name))}${where}${required ? ' <span class="must">required</span>' : ''}`,
    prose(String(description ?? '')),
    [
      `<span class="kind">${kindOf(values)}</span>`,
      range.trim() && `<span class="kind">${range}</span>`,
      standard === undefined ? '' : `<span class="kind">default</span> ${code(String(standard))}`,
    ]
      .filter(Boolean)
      .join(' '),
  ]
}

/** A line that works as it is written, but for names of what a site has. */
function curl({ servers }: OpenApi, path: string, parameters: readonly Schema[]): string {
  const given = parameters.filter(({ in: place }) => place === 'path')
  const filled = given.reduce<string>(
    (at, { name, example }) => at.replace(`{${name}}`, String(example ?? name)),
    path,
  )
  const needed = parameters.filter((one) => one.in === 'query' && (one.required || one.name === 'token'))
  const asked = new URLSearchParams(needed.map(({ name, example }) => [String(name), String(example)]))
  const query = !needed.length && parameters.some(({ name }) => name === 'limit') ? '?limit=2' : ''
  const stream = path.endsWith('/changes') ? '-N ' : ''
  return `curl ${stream}'${servers[0]?.url ?? ''}${filled}${query}${needed.length ? `?${asked}` : ''}'`
}

function headersOf({ headers = {} }: Schema): string {
  return Object.keys(headers as object)
    .map(code)
    .join(' ')
}

function example(response: Schema | undefined): string {
  const content = Object.entries((response?.content ?? {}) as { [media: string]: Schema })
  return content
    .filter(([, media]) => media.example !== undefined)
    .map(([type, media]) => {
      const shown = typeof media.example === 'string' ? block(media.example) : json(media.example)
      return `<h4>${escapeHtml(type)}</h4>${shown}`
    })
    .join('\n')
}

function resolve(document: OpenApi, response: Schema): Schema {
  const name = typeof response.$ref === 'string' ? (response.$ref.split('/').at(-1) ?? '') : ''
  return document.components.responses[name] ?? response
}
