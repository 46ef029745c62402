/** Values → the text of a content file. The same values give the same bytes. Pure. */
import { Document, isMap, isScalar, isSeq, type Node, visit } from 'yaml'
import type { Field, FileType } from '../../collections/content-file/field.ts'
import type { Block } from '../../pipelines/rich-text/block.ts'
import { toMarkdown } from '../../pipelines/rich-text/to-markdown.ts'
import type { Form, FormGroup } from './from-data.ts'

export type Identity = { slug: string; uid: string; status: 'draft' | 'published' }

/** A whole file. */
export function printContentFile(type: FileType, identity: Identity, form: FormGroup): string {
  const { slug, uid, status } = identity
  const matter = new Map<string, unknown>(Object.entries({ type: type.type, slug, uid, status }))
  let markdown = ''
  for (const field of type.fields) {
    const value = form[field.name]
    if (value === undefined) continue
    if (field.kind === 'richText') markdown = toMarkdown(value as Block[])
    else matter.set(field.name, toYaml(value, field))
  }
  const document = new Document(matter, { version: '1.2', aliasDuplicateObjects: false })
  visit(document, {
    // Short lists of words and small mappings on one line, as people write them.
    Collection(key, node) {
      if (key !== null && isSmall(node)) node.flow = true
    },
  })
  const yaml = document.toString({ lineWidth: 0, flowCollectionPadding: true })
  return `---\n${yaml}---\n${markdown ? `\n${markdown}` : ''}`
}

const SMALL = 100

function isSmall(node: Node): boolean {
  const text = JSON.stringify(node)
  if (text.length > SMALL || text.includes('\\n')) return false
  return isSeq(node) ? node.items.every((item) => isScalar(item)) : isMap(node) && !text.includes('[')
}

function toYaml(value: Form, field: Field): unknown {
  if (value === null) return null
  switch (field.kind) {
    case 'group':
      return toMap(value as FormGroup, field.fields)
    case 'rows':
      return (value as (FormGroup | string)[]).map((row) =>
        typeof row === 'string' ? row : toMap(row, field.fields),
      )
    case 'map': {
      const pairs = value as [string, number][]
      const names = new Set(pairs.map(([name]) => name))
      // A mapping cannot name a thing twice.
      if (names.size < pairs.length)
        return pairs.map(([name, number]) => ({ [field.key]: name, [field.value]: number }))
      return new Map(pairs)
    }
    default:
      return value
  }
}

function toMap(form: FormGroup, fields: readonly Field[]): Map<string, unknown> {
  const known = fields.filter(({ name }) => form[name] !== undefined)
  return new Map(known.map((field) => [field.name, toYaml(form[field.name] ?? null, field)]))
}
