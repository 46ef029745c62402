import type { Block, Inline } from './block.ts'

/** What to do at each place; children are handed over already changed. */
export type Change = {
  block?: (block: Block) => Block[]
  inlines?: (children: Inline[]) => Inline[]
}

/** Rebuilds the tree from the leaves up. Blocks inside quotes, callouts, list items and table cells included. */
export function mapBlocks(blocks: readonly Block[], change: Change): Block[] {
  return blocks.flatMap((block) => {
    const changed = mapInside(block, change)
    return change.block ? change.block(changed) : [changed]
  })
}

function mapInside(block: Block, change: Change): Block {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return { ...block, children: mapInlines(block.children, change) }
    case 'quote':
    case 'callout':
      return { ...block, children: mapBlocks(block.children, change) }
    case 'list':
      return {
        ...block,
        items: block.items.map((item) => ({ ...item, children: mapBlocks(item.children, change) })),
      }
    case 'table':
      return {
        ...block,
        rows: block.rows.map((row) =>
          row.map((cell) => ({ ...cell, children: mapBlocks(cell.children, change) })),
        ),
      }
    default:
      return block
  }
}

function mapInlines(children: readonly Inline[], change: Change): Inline[] {
  const changed = children.map((child) =>
    child.type === 'link' ? { ...child, children: mapInlines(child.children, change) } : child,
  )
  return change.inlines ? change.inlines(changed) : changed
}
