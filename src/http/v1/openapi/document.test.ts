import path from 'node:path'
import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { expect, it } from 'vitest'
import { types as collections, contentTypes } from '../../../../collections/index.ts'
import { headingsOf } from '../../../../pipelines/channels/delivery/contents.ts'
import type { Card, ContentItem, FaqCard, Json } from '../../../../pipelines/content-item.ts'
import type { Block } from '../../../../pipelines/rich-text/block.ts'
import { expand } from '../../../../pipelines/rich-text/expand.ts'
import { randomBody } from '../../../../pipelines/rich-text/random-body.fixture.ts'
import { makeImage, makeItem } from '../../../../tests/fixtures/items.ts'
import { itemsOf } from '../../../../tests/support/content-items.ts'
import { listParameters, SHAPE } from '../parameters.ts'
import { isAnswer, readQuery } from '../query.ts'
import { DELIVERED_TYPES } from '../types.ts'
import { openApiDocument } from './document.ts'
import type { Schema } from './schema.ts'
import { describedTypes, infoOf } from './types.ts'

const types = contentTypes
  .map(({ collection }) => collection)
  .filter((type) => type !== 'settings' && type !== 'media')
const document = openApiDocument({ publicUrl: 'https://cms.example.com', types })
const ajv = new Ajv2020({ strict: false, validateFormats: false }).addSchema(document, 'galley')

const compiled = new Map<string, ValidateFunction>()

/** What is wrong with a value, by the schema at this place of the document. */
function faultsOf(place: string[], value: unknown): string[] {
  const pointer = place.map((part) => part.replaceAll('~', '~0').replaceAll('/', '~1')).join('/')
  const validate = compiled.get(pointer) ?? ajv.compile({ $ref: `galley#/${encodeURI(pointer)}` })
  compiled.set(pointer, validate)
  return validate(value) ? [] : (validate.errors ?? []).map((one) => `${one.instancePath} ${one.message}`)
}

const ofSchema = (name: string) => ['components', 'schemas', name]

/** As the store gives it out. */
const toGiven = (item: ContentItem) =>
  JSON.parse(JSON.stringify({ ...item, toc: headingsOf(item.blocks) })) as ContentItem

it('is OpenAPI 3.1 to a validator that others wrote', async () => {
  const validator = new Validator()
  expect((await validator.validate(structuredClone(document))).errors ?? []).toEqual([])
  expect(validator.version).toBe('3.1')
  const broken = { ...structuredClone(document), paths: { '/v1': { get: { responses: 7 } } } }
  expect((await validator.validate(broken)).valid).toBe(false)
})

it('gives every operation a name of its own, and keeps the names', () => {
  const names = Object.values(document.paths).map(({ get }) => get.operationId)
  expect(new Set(names).size).toBe(names.length)
  expect(names).toEqual(
    expect.arrayContaining(['listArticles', 'getArticle', 'listPeople', 'getPerson', 'getItem', 'sync']),
  )
  expect(openApiDocument({ publicUrl: 'https://cms.example.com', types })).toEqual(document)
})

it('knows every type that the API gives out', () => {
  expect(describedTypes.toSorted()).toEqual(types.toSorted())
  expect(DELIVERED_TYPES).toEqual(types)
})

it('describes the items of all demo content, and notices what it does not describe', () => {
  const items = [...itemsOf(path.resolve('demo')).values()].map(toGiven)
  expect(new Set(items.map(({ type }) => type))).toEqual(new Set(types))
  for (const item of items)
    expect([item.id, faultsOf(ofSchema(infoOf(item.type).name), item)]).toEqual([item.id, []])
  const [first] = items
  expect(faultsOf(ofSchema('Item'), first)).toEqual([])
  expect(faultsOf(ofSchema('Item'), { ...first, fields: { more: 1 } })).not.toEqual([])
  expect(faultsOf(ofSchema('Item'), { ...first, title: undefined })).not.toEqual([])
  expect(faultsOf(ofSchema('SelectedItem'), { id: 'articles:a', title: 'Only this' })).toEqual([])
})

it('describes every kind of block', () => {
  const seen = new Set<string>()
  const collect = (value: Json): void => {
    if (typeof value !== 'object' || value === null) return
    if (!Array.isArray(value) && typeof value.type === 'string') seen.add(value.type)
    Object.values(value).forEach(collect)
  }
  const image = makeImage()
  const { id, type, slug, url, title, summary } = makeItem()
  const card: Card = { id, type, slug, url, title, summary, image }
  const faq: FaqCard = { ...card, html: '<p>a</p>', text: 'a', blocks: [{ type: 'divider' }] }
  const callToAction = { id, heading: 'See', links: [{ label: 'Here', url }] }
  for (let seed = 1; seed <= 100; seed += 1) {
    const body = expand(randomBody(seed), {
      base: 'https://www.example.com',
      image: () => image,
      faq: () => faq,
      caseStudy: () => card,
      callToAction: () => callToAction,
      url: () => url,
    })
    const facts: Block = { type: 'facts', items: [{ label: 'Waste', value: '1 %' }] }
    const blocks = JSON.parse(JSON.stringify([...body, facts])) as Json[]
    for (const block of blocks)
      expect([seed, block, faultsOf(ofSchema('Block'), block)]).toEqual([seed, block, []])
    blocks.forEach(collect)
  }
  const { oneOf } = document.components.schemas.Block as { oneOf: { $ref: string }[] }
  const kinds = oneOf.map(({ $ref }) => {
    const { properties } = document.components.schemas[$ref.split('/').at(-1) ?? ''] as {
      properties: { type: { const: string } }
    }
    return properties.type.const
  })
  expect([...seen]).toEqual(expect.arrayContaining(kinds))
})

it('has an example in every JSON answer, and each fits', () => {
  for (const [address, { get }] of Object.entries(document.paths))
    for (const [status, response] of Object.entries(get.responses)) {
      const [place, { content = {} }] = resolve(response, ['paths', address, 'get', 'responses', status])
      for (const [media, { example }] of Object.entries(content as { [media: string]: Schema })) {
        if (!media.includes('json') || address === '/v1/openapi.json') continue
        expect(example, `${address} ${status}`).toBeDefined()
        const faults = faultsOf([...place, 'content', media, 'schema'], example)
        expect([address, status, faults]).toEqual([address, status, []])
      }
    }
})

it('has an example for every parameter of a list, which fits and which the API takes', () => {
  for (const type of types) {
    const { parameters = [] } = document.paths[`/v1/${type}`]?.get ?? {}
    const named = parameters.filter((one) => one.in === 'query')
    expect(named.map(({ name }) => name)).toEqual(listParameters(type).map(({ name }) => name))
    for (const [index, { name, example }] of named.entries()) {
      const place = ['paths', `/v1/${type}`, 'get', 'parameters', `${index}`, 'schema']
      expect([name, faultsOf(place, example)]).toEqual([name, []])
      const query = new URLSearchParams({ [String(name)]: String(example) })
      expect([name, isAnswer(readQuery(query, listParameters(type)))]).toEqual([name, false])
    }
  }
})

it('describes previews as they are answered: of types with pages, in the shapes of other items', () => {
  const { parameters = [], security } = document.paths['/v1/preview/{type}/{slug}']?.get ?? {}
  expect(parameters.map(({ name }) => name)).toEqual([
    'type',
    'slug',
    'token',
    ...SHAPE.map(({ name }) => name),
  ])
  const withPages = collections.flatMap(({ config, urlPattern }) => (urlPattern ? [config.slug] : []))
  expect(parameters[0]).toMatchObject({ schema: { enum: types.filter((type) => withPages.includes(type)) } })
  for (const scheme of (security ?? []).flatMap(Object.keys))
    expect(document.components.securitySchemes).toHaveProperty(scheme)
})

/** Behind its reference, with its place in the document. */
function resolve(value: Schema, place: string[]): [string[], Schema] {
  if (typeof value.$ref !== 'string') return [place, value]
  const there = value.$ref.slice(2).split('/')
  const found = there.reduce<unknown>((at, part) => (at as Schema)[part], document) as Schema
  return [there, found]
}
