/** A value of the front matter, checked against its field. */
import { isAlias, isMap, isScalar, isSeq, type Node, type YAMLMap } from 'yaml'
import type { Field, FieldOf } from '../../collections/content-file/field.ts'
import { isRemote } from '../../pipelines/rich-text/addresses.ts'
import type { Given, GivenGroup, GivenPicture } from './content-file.ts'
import { suggestion } from './nearest.ts'
import { toDay, toMoment } from './parse-date.ts'
import { describe, entriesOf, type ParseContext } from './yaml-nodes.ts'

/**
 * Reads the members of a mapping that `fields` knows; reports the others. `at`: path of the mapping.
 * `alsoKnown`: keys that are read elsewhere.
 */
export function parseMembers(
  map: YAMLMap,
  fields: readonly Field[],
  at: string,
  context: ParseContext,
  alsoKnown: readonly string[] = [],
): GivenGroup {
  const byName = new Map(fields.map((field) => [field.name, field]))
  const values: GivenGroup = {}
  for (const { key, line, value } of entriesOf(map, context)) {
    if (alsoKnown.includes(key)) continue
    const field = byName.get(key)
    if (!field) {
      const known = [...byName.keys(), ...alsoKnown]
      const hint = suggestion(key, known) || ` There are: ${known.join(', ')}.`
      context.problems.push({ line, message: `unknown key "${at}${key}".${hint}` })
      continue
    }
    context.lines.set(`${at}${key}`, line)
    const given = parseValue(value, field, `${at}${key}`, line, context)
    if (given !== undefined) values[key] = given
  }
  return values
}

function parseValue(
  node: Node | null,
  field: Field,
  at: string,
  keyLine: number,
  context: ParseContext,
): Given | undefined {
  if (node === null || (isScalar(node) && node.value === null)) return null
  const line = node.range ? context.lineOf(node) : keyLine
  const refuse = (expected: string): undefined => {
    const found = isAlias(node) ? 'an alias (*name), which is not supported' : describe(node)
    context.problems.push({ line, message: `"${at}" must be ${expected}, not ${found}` })
  }
  const scalar = isScalar(node) ? node.value : undefined
  switch (field.kind) {
    case 'text':
      return typeof scalar === 'string' ? scalar : refuse('text: put it in quotes')
    case 'choice':
      return typeof scalar === 'string' && field.values.includes(scalar)
        ? scalar
        : refuse(`one of ${field.values.join(', ')}`)
    case 'number':
      return typeof scalar === 'number' && Number.isFinite(scalar)
        ? scalar
        : refuse('a number, without quotes')
    case 'boolean':
      return typeof scalar === 'boolean' ? scalar : refuse('true or false')
    case 'date':
      return toMoment(scalar) ?? refuse('a date such as 2026-02-04, or a moment such as 2026-02-04T09:00:00Z')
    case 'day':
      return toDay(scalar) ?? refuse('a date such as 2026-01-31')
    case 'texts':
      return parseTexts(node, refuse, 'text')
    case 'relation': {
      if (typeof scalar !== 'string') return refuse('a slug')
      context.references.push({ collection: field.to, slug: scalar, line })
      return scalar
    }
    case 'relations': {
      const slugs = parseTexts(node, refuse, 'slugs')
      if (!slugs || !isSeq(node)) return slugs
      for (const [index, slug] of slugs.entries()) {
        context.references.push({ collection: field.to, slug, line: context.lineOf(node.items[index]) })
      }
      return [...new Set(slugs)]
    }
    case 'picture':
      return isMap(node) ? parsePicture(node, at, line, context) : refuse('a mapping: { src: …, alt: … }')
    case 'group':
      return isMap(node) ? parseMembers(node, field.fields, `${at}.`, context) : refuse('a mapping of keys')
    case 'rows':
      return isSeq(node)
        ? parseRows(node.items as Node[], field, at, context)
        : refuse('a list: one "- " a row')
    case 'map':
      if (isMap(node)) return parseMap(node, at, context)
      return isSeq(node)
        ? parsePairs(node.items as Node[], field, at, context)
        : refuse('a mapping of names to numbers')
    case 'richText':
      return refuse('empty: its text stands below the front matter')
  }
}

function parseTexts(node: Node, refuse: (expected: string) => undefined, what: string): string[] | undefined {
  if (!isSeq(node)) return refuse(`a list of ${what}: [one, two], or one "- " a line`)
  const values = node.items.map((item) => (isScalar(item) ? item.value : undefined))
  const isText = (value: unknown): value is string => typeof value === 'string'
  return values.every(isText) ? values : refuse(`a list of ${what}: put numbers and the like in quotes`)
}

function parseRows(items: Node[], field: FieldOf<'rows'>, at: string, context: ParseContext): GivenGroup[] {
  const shorthand = field.fields.find(({ name }) => name === field.shorthand)
  return items.flatMap((item, index): GivenGroup[] => {
    if (isMap(item)) return [parseMembers(item, field.fields, `${at}.${index}.`, context)]
    const line = context.lineOf(item)
    if (shorthand && isScalar(item) && typeof item.value === 'string')
      return [{ [shorthand.name]: item.value }]
    const names = field.fields.map(({ name }) => name).join(', ')
    context.problems.push({ line, message: `each row of "${at}" must be a mapping with ${names}` })
    return []
  })
}

function parseMap(map: YAMLMap, at: string, context: ParseContext): [string, number][] {
  return entriesOf(map, context).flatMap(({ key, line, value }): [string, number][] => {
    context.lines.set(`${at}.${key}`, line)
    const number = isScalar(value) ? value.value : undefined
    if (typeof number === 'number' && Number.isFinite(number)) return [[key, number]]
    context.problems.push({ line, message: `"${at}.${key}" must be a number, without quotes` })
    return []
  })
}

/** As rows, which may name a thing twice. */
function parsePairs(
  items: Node[],
  { key, value, name }: FieldOf<'map'>,
  at: string,
  context: ParseContext,
): [string, number][] {
  const fields: Field[] = [
    { kind: 'text', name: key },
    { kind: 'number', name: value },
  ]
  const rows = parseRows(items, { kind: 'rows', name, fields }, at, context)
  return rows.map((row) => [String(row[key] ?? ''), Number(row[value] ?? 0)])
}

const PICTURE_FIELDS: readonly Field[] = [
  { kind: 'text', name: 'src' },
  { kind: 'text', name: 'alt' },
  { kind: 'text', name: 'credit' },
  {
    kind: 'group',
    name: 'focalPoint',
    fields: [
      { kind: 'number', name: 'x' },
      { kind: 'number', name: 'y' },
    ],
  },
]

function parsePicture(
  map: YAMLMap,
  at: string,
  line: number,
  context: ParseContext,
): GivenPicture | undefined {
  const { src, alt, credit, focalPoint } = parseMembers(map, PICTURE_FIELDS, `${at}.`, context)
  const { x, y } = (focalPoint ?? {}) as { x?: number; y?: number }
  const srcLine = context.lines.get(`${at}.src`) ?? line
  if (typeof src !== 'string' || src === '') {
    context.problems.push({
      line: srcLine,
      message: `"${at}" has no src: write the path of a file beside this one`,
    })
    return undefined
  }
  if (focalPoint && !(isPercent(x) && isPercent(y))) {
    const message = `"${at}.focalPoint" must be { x, y }, two whole numbers from 0 to 100 (per cent)`
    context.problems.push({ line: context.lines.get(`${at}.focalPoint`) ?? line, message })
  }
  if (isRemote(src)) {
    const message = `"${src}" is not a file beside this one: download the picture and write its relative path`
    context.problems.push({ line: srcLine, message })
    return undefined
  }
  const picture: GivenPicture = { src }
  if (typeof alt === 'string') picture.alt = alt
  if (typeof credit === 'string') picture.credit = credit
  if (isPercent(x) && isPercent(y)) picture.focalPoint = { x, y }
  context.pictures.push({ picture, line: srcLine, key: at })
  return picture
}

const isPercent = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 100
