import type { Block, ListItem } from './block.ts'
import { isInline, toInlines } from './from-lexical-inline.ts'
import { childrenOf, type LooseNode, toNumber } from './loose-node.ts'

/** A list; an item that holds only lists belongs below the item before it. `toBlocks` converts the rest. */
export function fromLexicalList(node: LooseNode, toBlocks: (nodes: readonly LooseNode[]) => Block[]): Block {
  const isCheck = node.listType === 'check'
  const items: ListItem[] = []
  for (const child of childrenOf(node)) {
    // A list straight inside a list, or words: no editor makes them, a paste might.
    const inside = child.type === 'listitem' ? childrenOf(child) : [child]
    const words = inside.filter((one) => isInline(one, true))
    const blocks = toBlocks(inside.filter((one) => !isInline(one, true)))
    const last = items.at(-1)
    if (!words.length && last && blocks.length && blocks.every((block) => block.type === 'list')) {
      last.children.push(...blocks)
      continue
    }
    const checked = isCheck ? { checked: child.checked === true } : {}
    const line: Block[] = words.length ? [{ type: 'paragraph', children: toInlines(words) }] : []
    items.push({ ...checked, children: [...line, ...blocks] })
  }
  const ordered = node.listType === 'number' || (node.listType === undefined && node.tag === 'ol')
  return { type: 'list', ordered, start: toNumber(node.start, 1), items }
}
