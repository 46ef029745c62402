/** The blocks that plain Markdown has no words for, and what to tell an author who mistypes one. */

import type { BlockContent, DefinitionContent } from 'mdast'
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive'
import { toString as textOf } from 'mdast-util-to-string'
import { editDistance } from '../text/edit-distance.ts'
import type { Block, DocumentRef, TableCell } from './block.ts'
import { containerNames, leafNames, textNames } from './dialect.ts'
import { type Context, report, sourceOf } from './from-mdast-context.ts'

type Flow = BlockContent | DefinitionContent
type FromFlow = (nodes: readonly Flow[], context: Context) => Block[]
type Directive = ContainerDirective | LeafDirective

const attributesOf: Record<string, readonly string[]> = {
  quote: ['attribution', 'role'],
  callout: ['tone'],
  faqs: ['heading'],
  table: [],
  row: [],
  cell: ['header', 'align', 'colspan', 'rowspan'],
  'case-study': ['slug'],
  'call-to-action': ['slug'],
}

const tones = ['info', 'tip', 'warning'] as const
const alignments = ['left', 'center', 'right'] as const

/** `:::name` … `:::` → block. */
export function fromContainer(node: ContainerDirective, context: Context, fromFlow: FromFlow): Block[] {
  checkAttributes(node, context)
  const closing = sourceOf(context, node).trimEnd().split('\n').at(-1) ?? ''
  if (!/^[\s>]*:{3,}$/.test(closing)) {
    report(context, node, `":::${node.name}" is never closed; end it with a line ":::"`)
  }
  const { attribution, role, tone, heading } = node.attributes ?? {}
  const inside = () => fromFlow(node.children, context)
  switch (node.name) {
    case 'quote':
      return [
        { type: 'quote', attribution: attribution ?? undefined, role: role ?? undefined, children: inside() },
      ]
    case 'callout':
      return [
        { type: 'callout', tone: oneOf(node, 'tone', tone, tones, context) ?? 'info', children: inside() },
      ]
    case 'faqs':
      return [
        {
          type: 'embed',
          embed: { kind: 'faqList', heading: heading ?? undefined, faqs: faqsIn(node, context) },
        },
      ]
    case 'table':
      return [{ type: 'table', rows: rowsIn(node, context, fromFlow) }]
    default:
      report(context, node, `":::${node.name}" belongs inside ":::table"`)
      return inside()
  }
}

/** `::name{slug=…}` → embed. */
export function fromLeaf(node: LeafDirective, context: Context): Block[] {
  checkAttributes(node, context)
  const ref = node.attributes?.slug
  if (!ref) {
    report(context, node, `"::${node.name}" names no document; write ::${node.name}{slug=…}`)
    return []
  }
  return [
    {
      type: 'embed',
      embed:
        node.name === 'case-study'
          ? { kind: 'caseStudyCard', caseStudy: { collection: 'case-studies', ref } }
          : { kind: 'callToAction', callToAction: { collection: 'calls-to-action', ref } },
    },
  ]
}

function faqsIn(node: ContainerDirective, context: Context): DocumentRef[] {
  return node.children.flatMap((child) => {
    if (child.type === 'list') {
      return child.children.map((item) => ({ collection: 'faqs', ref: textOf(item).trim() }))
    }
    report(context, child, '":::faqs" holds a list of slugs only: "- a-question", one a line')
    return []
  })
}

function rowsIn(table: ContainerDirective, context: Context, fromFlow: FromFlow): TableCell[][] {
  return inner(table, 'row', context).map((row) => {
    checkAttributes(row, context)
    return inner(row, 'cell', context).map((cell): TableCell => {
      checkAttributes(cell, context)
      const { header, align, colspan, rowspan } = cell.attributes ?? {}
      return {
        header: header !== undefined && header !== null,
        align: oneOf(cell, 'align', align, alignments, context),
        colSpan: Number.parseInt(colspan ?? '1', 10) || undefined,
        rowSpan: Number.parseInt(rowspan ?? '1', 10) || undefined,
        children: fromFlow(cell.children, context),
      }
    })
  })
}

function inner(node: ContainerDirective, name: string, context: Context): ContainerDirective[] {
  return node.children.flatMap((child) => {
    if (child.type === 'containerDirective' && child.name === name) return [child]
    report(context, child, `":::${node.name}" holds ":::${name}" blocks only; this is left out`)
    return []
  })
}

function oneOf<T extends string>(
  node: Directive,
  name: string,
  value: string | null | undefined,
  allowed: readonly T[],
  context: Context,
): T | undefined {
  const found = allowed.find((one) => one === value)
  if (value && !found) report(context, node, `Unknown ${name} "${value}"; it is one of ${allowed.join(', ')}`)
  return found
}

function checkAttributes(node: Directive, context: Context): void {
  const known = attributesOf[node.name] ?? []
  for (const name of Object.keys(node.attributes ?? {})) {
    if (known.includes(name)) continue
    const hint = known.length ? `it takes ${known.join(', ')}` : 'it takes none'
    report(context, node, `"${node.name}" has no attribute "${name}"; ${hint}`)
  }
}

/** What is wrong with a line of prose that looks like a directive of ours; undefined when it is just prose. */
export function misspelt(line: string): string | undefined {
  const [, colons = '', name = '', rest = ''] = /^[ \t>]*(:{2,})([A-Za-z][\w-]*)(.*)$/.exec(line) ?? []
  if (!name) return undefined
  const [all, correct] = [
    [...containerNames, ...leafNames],
    (known: string) => `${(leafNames as readonly string[]).includes(known) ? '::' : ':::'}${known}`,
  ]
  const near = all.find((known) => editDistance(known, name.toLowerCase()) <= (known.length > 4 ? 2 : 1))
  if (near === name && correct(near) === colons + name)
    return `"${colons}${name}" stands here as plain text, because what follows its name cannot be read: write ${correct(name)}{key="value"}, with &quot; for a quotation mark in the value`
  if (near) return `"${colons}${name}" is not a block and stays plain text; did you mean "${correct(near)}"?`
  if (!/^[[{]/.test(rest) || (textNames as readonly string[]).includes(name)) return undefined
  return `"${colons}${name}" is no block that is known, and stays plain text; there are ${all.map(correct).join(', ')}`
}
