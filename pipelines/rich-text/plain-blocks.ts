/** A body for readers of Markdown who know no directives: what plain Markdown cannot say is said simpler. */
import type { Block, Inline, TableCell } from './block.ts'
import { layOut } from './table-grid.ts'
import { breaksCell } from './to-mdast-inline.ts'
import { mapBlocks } from './walk.ts'

const nameless = new Set(['underline', 'subscript', 'superscript'])

/**
 * Callouts become quotes, sources a last line of their quote, merged or structured tables plain ones;
 * underline, raised and lowered text and "new tab" are dropped. The words all stay.
 */
export function plainBlocks(blocks: readonly Block[]): Block[] {
  return mapBlocks(blocks, {
    block: (block) => [plainBlock(block)],
    inlines: (list) => list.map(plainInline),
  })
}

function plainBlock(block: Block): Block {
  switch (block.type) {
    case 'callout':
      return { type: 'quote', children: block.children }
    case 'quote': {
      const source = [block.attribution, block.role].filter(Boolean).join(', ')
      const line: Block = { type: 'paragraph', children: [{ type: 'text', text: `— ${source}` }] }
      return { type: 'quote', children: source ? [...block.children, line] : block.children }
    }
    case 'table':
      return { type: 'table', rows: plainRows(block.rows) }
    case 'faqs':
      return { ...block, items: block.items.map((item) => ({ ...item, blocks: plainBlocks(item.blocks) })) }
    default:
      return block
  }
}

function plainInline(child: Inline): Inline {
  if (child.type === 'text') return { ...child, marks: child.marks?.filter((mark) => !nameless.has(mark)) }
  return child.type === 'link' ? { ...child, newTab: false } : child
}

/** One header row (empty when there is none), a cell at every place, one line in a cell. */
function plainRows(rows: readonly TableCell[][]): TableCell[][] {
  const grid = layOut(rows)
  const width = Math.max(1, ...grid.map((line) => line.length))
  const hasHead = grid[0]?.every((cell) => cell?.header) ?? false
  const aligns = Array.from({ length: width }, (_, column) => grid.at(-1)?.[column]?.align)
  const lines = hasHead ? grid : [[], ...grid]
  const shown = new Set<TableCell>()
  return lines.map((line, index) =>
    aligns.map((align, column) => {
      const cell = line[column]
      const words = cell && !shown.has(cell) ? oneLine(cell.children) : []
      if (cell) shown.add(cell)
      return { header: index === 0, align, children: [{ type: 'paragraph', children: words }] }
    }),
  )
}

function oneLine(blocks: readonly Block[]): Inline[] {
  const lines = blocks.flatMap(linesOf).map((line) => (breaksCell(line) ? line.map(withoutCode) : line))
  return lines.flatMap((line, index) => (index ? [{ type: 'break' } as const, ...line] : line))
}

function withoutCode(child: Inline): Inline {
  if (child.type === 'text') return { ...child, marks: child.marks?.filter((mark) => mark !== 'code') }
  return child.type === 'link' ? { ...child, children: child.children.map(withoutCode) } : child
}

function linesOf(block: Block): Inline[][] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return [block.children]
    case 'quote':
    case 'callout':
      return block.children.flatMap(linesOf)
    case 'list':
      return block.items.flatMap(({ children }, index) => {
        const marker = block.ordered ? `${(block.start ?? 1) + index}. ` : '• '
        const [first = [], ...others] = children.flatMap(linesOf)
        return [[{ type: 'text', text: marker } as const, ...first], ...others]
      })
    case 'table':
      return block.rows.flat().flatMap((cell) => cell.children.flatMap(linesOf))
    case 'code':
      return block.code.split('\n').map((text) => [{ type: 'text', text, marks: ['code'] }])
    default:
      return []
  }
}
