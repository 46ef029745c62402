import type { Block, TableCell } from './block.ts'
import { fromLexicalBlock } from './from-lexical-block.ts'
import { isInline, toInlines } from './from-lexical-inline.ts'
import { fromLexicalList } from './from-lexical-list.ts'
import { childrenOf, type LooseNode, toNode, toNumber } from './loose-node.ts'
import { normalise } from './normalise.ts'

/**
 * Lexical JSON as Payload stores it (`{ root }`, or any node) → body in canonical form, refs being
 * database ids. Relationship values may be ids or documents. What is not known keeps its words as
 * paragraphs; what is no editor state at all gives an empty body. Never throws.
 */
export function fromLexical(state: unknown): Block[] {
  const outer = toNode(state)
  const root = toNode(outer?.root) ?? outer
  return root ? normalise(toBlocks(childrenOf(root))) : []
}

/** Blocks as they come; words that stand between blocks become paragraphs. */
function toBlocks(nodes: readonly LooseNode[], withinLine = false): Block[] {
  const blocks: Block[] = []
  let words: LooseNode[] = []
  const flush = () => {
    if (words.length) blocks.push({ type: 'paragraph', children: toInlines(words) })
    words = []
  }
  for (const node of nodes) {
    if (isInline(node, withinLine)) words.push(node)
    else {
      flush()
      blocks.push(...toBlock(node))
    }
  }
  flush()
  return blocks
}

function toBlock(node: LooseNode): Block[] {
  const children = childrenOf(node)
  switch (node.type) {
    case 'heading': {
      const level = Number(/^h([1-6])$/.exec(String(node.tag))?.[1] ?? 2) as 1 | 2 | 3 | 4 | 5 | 6
      return split(children, (words) => ({ type: 'heading', level, children: toInlines(words) }))
    }
    case 'list':
      return [fromLexicalList(node, (inside) => toBlocks(inside, true))]
    case 'paragraph':
      return toBlocks(children, true)
    case 'quote':
      return [{ type: 'quote', children: toBlocks(children, true) }]
    case 'horizontalrule':
      return [{ type: 'divider' }]
    case 'table':
      return [{ type: 'table', rows: children.map((row) => childrenOf(row).map(toCell)) }]
    case 'block':
    case 'upload':
      return fromLexicalBlock(node, fromLexical)
    default:
      return toBlocks(children)
  }
}

/** A heading holds words only; a block that a paste left in one stands after it. */
function split(children: readonly LooseNode[], wrap: (words: LooseNode[]) => Block): Block[] {
  const words = children.filter((child) => isInline(child, true))
  const blocks = children.filter((child) => !isInline(child, true))
  return [wrap(words), ...toBlocks(blocks)]
}

function toCell(node: LooseNode): TableCell {
  const children = childrenOf(node)
  const lines = children.flatMap((child) => (child.type === 'list' ? childrenOf(child) : [child]))
  const format = lines.map((child) => child.format).find((one) => typeof one === 'string' && one !== '')
  return {
    header: toNumber(node.headerState, 0) > 0,
    align: format === 'left' || format === 'center' || format === 'right' ? format : undefined,
    colSpan: toNumber(node.colSpan, 1),
    rowSpan: toNumber(node.rowSpan, 1),
    children: toBlocks(children),
  }
}
