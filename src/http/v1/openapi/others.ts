/** What there is beside items: the start, search, redirects, previews and this description itself. */

import { PAGING, SHAPE } from '../parameters.ts'
import { also, found, namesToHeaders } from './answers.ts'
import { page } from './content.ts'
import { EXAMPLE_CURSOR, exampleItem } from './examples.ts'
import { type Operation, type Operations, read } from './operation.ts'
import { SLUG, toParameter } from './parameters.ts'
import { list, object, oneOf, ref, type Schema, text, uri, whole } from './schema.ts'

const LINKS = ['docs', 'openapi', 'search', 'sync', 'changes', 'redirects']

export function otherSchemas(types: readonly string[]): { [name: string]: Schema } {
  return {
    Root: object({
      data: list(
        object({
          type: oneOf(...types),
          count: whole('Live items.'),
          url: uri(),
          filters: list(text(), 'Parameters of its list that choose items.'),
        }),
      ),
      links: object(Object.fromEntries(LINKS.map((name) => [name, uri()]))),
    }),
    Redirect: object({
      type: text(),
      from: text('A former slug.'),
      to: text('The present one.'),
      id: text(),
      fromPath: text('On the website.'),
      toUrl: uri('On the website.'),
    }),
    Redirects: page(ref('Redirect')),
  }
}

const address = (path: string) => `https://cms.example.com/v1/${path}`

export const rootExample = {
  data: [{ type: 'articles', count: 42, url: address('articles'), filters: ['topic', 'author'] }],
  links: Object.fromEntries(LINKS.map((name) => [name, address(name === 'openapi' ? 'openapi.json' : name)])),
}

const redirectExample = {
  type: 'articles',
  from: 'dough-must-rest',
  to: 'why-dough-rests',
  id: 'articles:k3v8w1z6',
  fromPath: '/articles/dough-must-rest',
  toUrl: 'https://www.example.com/articles/why-dough-rests',
}

export function otherOperations(types: readonly string[]): Operations {
  return {
    '': read({
      operationId: 'getRoot',
      tags: ['About'],
      summary: 'Types, counts and links',
      schema: ref('Root'),
      example: rootExample,
    }),
    '/redirects': read({
      operationId: 'listRedirects',
      tags: ['Content'],
      summary: 'Every former slug with its present one',
      description: 'For websites that serve the redirects themselves.',
      parameters: PAGING.filter(({ name }) => name !== 'count').map(toParameter),
      schema: ref('Redirects'),
      example: { data: [redirectExample], page: { limit: 1, next: EXAMPLE_CURSOR } },
      headers: ['Link'],
      problems: { 410: 'StartOver' },
    }),
    '/preview/{type}/{slug}': preview(types),
    '/openapi.json': asset({
      operationId: 'getOpenApi',
      summary: 'This description',
      type: 'application/json',
      schema: { type: 'object', additionalProperties: true },
    }),
    '/docs': asset({
      operationId: 'getDocs',
      summary: 'The same, for people',
      type: 'text/html; charset=utf-8',
      schema: { type: 'string' },
    }),
  }
}

function asset(about: { operationId: string; summary: string; type: string; schema: Schema }): Operation {
  const { operationId, summary, type, schema } = about
  return {
    operationId,
    tags: ['About'],
    summary,
    responses: {
      200: {
        description: 'Here it is.',
        headers: namesToHeaders(['ETag', 'Cache-Control']),
        content: { [type]: { schema } },
      },
      ...also({ 304: 'NotModified', 400: 'BadRequest', 414: 'TooLong', 431: 'TooLong' }),
    },
  }
}

/** The type that is only ever part of others' pages. */
const WITHOUT_PAGES = 'calls-to-action'

function preview(types: readonly string[]): Operation {
  return {
    operationId: 'getPreview',
    tags: ['Preview'],
    summary: 'A draft, as it would be',
    description:
      'With the pass of the link that an editor opened (one document, one hour) or with an API key. Never cached. ' +
      'Addresses of pictures that only the draft shows hold passes of their own.',
    security: [{}, { apiKey: [] }],
    parameters: [
      {
        name: 'type',
        in: 'path',
        required: true,
        description: 'A type whose items have pages.',
        schema: oneOf(...types.filter((type) => type !== WITHOUT_PAGES)),
        example: 'articles',
      },
      { ...SLUG, description: "The draft's slug.", example: 'why-dough-rests' },
      {
        name: 'token',
        in: 'query',
        description: 'The pass, from the link. Without it the API key of somebody who may read drafts.',
        schema: { type: 'string' },
        example: 'WyJhcnRpY2xlcz…',
      },
      ...SHAPE.map(toParameter),
    ],
    responses: {
      200: found(
        object({ data: ref('SelectedItem') }),
        { data: exampleItem('articles') },
        { names: ['Cache-Control'] },
      ),
      ...also({
        400: 'BadRequest',
        401: 'Unauthorized',
        404: 'NoDraft',
        429: 'TooMany',
        431: 'TooLong',
        503: 'Busy',
      }),
    },
  }
}
