import type { BlockContent, DefinitionContent, List, Paragraph, RootContent, Table } from 'mdast'
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive'
import type { Block, Inline, TableCell } from './block.ts'
import { fromContainer, fromLeaf, misspelt } from './from-directive.ts'
import { type Context, report, sourceOf } from './from-mdast-context.ts'
import { fromPhrasing, htmlProblem } from './from-mdast-inline.ts'

type Flow = RootContent | BlockContent | DefinitionContent

const paragraph = (children: Inline[]): Block => ({ type: 'paragraph', children })

/** mdast → blocks, not yet normalised. */
export function fromFlow(nodes: readonly Flow[], context: Context): Block[] {
  return nodes.flatMap((node) => fromNode(node, context))
}

function fromNode(node: Flow, context: Context): Block[] {
  switch (node.type) {
    case 'paragraph':
      return fromParagraph(node, context)
    case 'heading': {
      // A document's title is its only heading of level 1.
      const level = node.depth === 1 ? 2 : node.depth
      return fromPhrasing(node.children, context, (children) => ({ type: 'heading', level, children }))
    }
    case 'list':
      return [fromList(node, context)]
    case 'blockquote':
      return [{ type: 'quote', children: fromFlow(node.children, context) }]
    case 'code': {
      const language = [node.lang, node.meta].filter(Boolean).join(' ') || undefined
      return [{ type: 'code', language, code: node.value }]
    }
    case 'thematicBreak':
      return [{ type: 'divider' }]
    case 'table':
      return [fromTable(node, context)]
    case 'containerDirective':
      return fromContainer(node as ContainerDirective, context, fromFlow)
    case 'leafDirective':
      return fromLeaf(node as LeafDirective, context)
    case 'html':
      return fromHtml(node.value, node, context)
    case 'footnoteDefinition':
      report(context, node, 'Footnotes are not supported; the note is kept as a paragraph')
      return fromFlow(node.children, context)
    case 'definition':
    case 'yaml':
      return []
    default:
      // A line of text where mdast allows one (a directive's label).
      return fromPhrasing([node as Paragraph['children'][number]], context, paragraph)
  }
}

function fromParagraph(node: Paragraph, context: Context): Block[] {
  for (const [down, line] of sourceOf(context, node).split('\n').entries()) {
    const message = misspelt(line)
    if (message) report(context, node, message, down)
  }
  return fromPhrasing(node.children, context, paragraph)
}

function fromHtml(html: string, node: Flow, context: Context): Block[] {
  if (/^(?:<br\s*\/?>\s*)+$/i.test(html)) return []
  report(context, node, htmlProblem(html))
  return [paragraph([{ type: 'text', text: html }])]
}

function fromList(node: List, context: Context): Block {
  return {
    type: 'list',
    ordered: Boolean(node.ordered),
    start: node.start ?? undefined,
    items: node.children.map((item) => ({
      checked: item.checked ?? undefined,
      children: fromFlow(item.children, context),
    })),
  }
}

function fromTable(node: Table, context: Context): Block {
  const rows = node.children.map((row, index) =>
    row.children.map(
      (cell, column): TableCell => ({
        header: index === 0,
        align: node.align?.[column] ?? undefined,
        children: fromPhrasing(cell.children, context, paragraph),
      }),
    ),
  )
  // GFM §4.10: cells that a row lacks are empty.
  const width = rows[0]?.length ?? 0
  for (const row of rows.slice(1)) {
    while (row.length < width) row.push({ align: node.align?.[row.length] ?? undefined, children: [] })
  }
  return { type: 'table', rows }
}
