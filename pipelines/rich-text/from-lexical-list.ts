import type { Block, ListItem } from './block.ts'
import { childrenOf, type LooseNode, toNumber } from './loose-node.ts'

/** A list; an item that holds only lists belongs below the item before it. `toBlocks` converts what is inside. */
export function fromLexicalList(node: LooseNode, toBlocks: (nodes: readonly LooseNode[]) => Block[]): Block {
  const isCheck = node.listType === 'check'
  const items: ListItem[] = []
  for (const child of childrenOf(node)) {
    // A list straight inside a list, or words: no editor makes them, a paste might.
    const children = toBlocks(child.type === 'listitem' ? childrenOf(child) : [child])
    const last = items.at(-1)
    if (last && children.length && children.every((block) => block.type === 'list')) {
      last.children.push(...children)
      continue
    }
    items.push({ ...(isCheck ? { checked: child.checked === true } : {}), children })
  }
  const ordered = node.listType === 'number' || (node.listType === undefined && node.tag === 'ol')
  return { type: 'list', ordered, start: toNumber(node.start, 1), items }
}
