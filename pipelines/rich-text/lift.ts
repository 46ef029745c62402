/**
 * The rich text in our quotes and callouts holds words and lists only. What Markdown nests there besides is
 * lifted out to stand between the two halves; nothing is lost.
 */
import type { Block, Inline, ListItem, Mark } from './block.ts'
import { orderMarks } from './inline.ts'

type List = Extract<Block, { type: 'list' }>

/** A list as lists of words and lists only, with what was lifted between them; numbers go on. */
function liftFromList(list: List): Block[] {
  const lifted: Block[] = []
  let items: ListItem[] = []
  let start = list.start ?? 1
  const flush = () => {
    if (items.length) lifted.push({ type: 'list', ordered: list.ordered, start, items })
    start += items.length
    items = []
  }
  for (const item of list.items) {
    const parts = item.children.flatMap(toItemPart)
    const cut = parts.findIndex((part) => part.type !== 'paragraph' && part.type !== 'list')
    const [kept, rest] = cut < 0 ? [parts, []] : [parts.slice(0, cut), parts.slice(cut)]
    if (kept.length) items.push({ ...item, children: kept })
    if (rest.length) flush()
    lifted.push(...rest)
  }
  flush()
  return lifted
}

function toItemPart(child: Block): Block[] {
  if (child.type === 'list') return liftFromList(child)
  if (child.type === 'heading') return [headingAsParagraph(child.children)]
  return [child]
}

/** What fits the rich text inside a block, and what stands between: `quote` and `callout` wrap the former. */
export function liftFromBody(children: readonly Block[]): { nested: boolean; blocks: Block[] }[] {
  const groups: { nested: boolean; blocks: Block[] }[] = []
  for (const block of children.flatMap(toBodyPart)) {
    const nested = block.type === 'paragraph' || block.type === 'list'
    const last = groups.at(-1)
    if (last?.nested === nested) last.blocks.push(block)
    else groups.push({ nested, blocks: [block] })
  }
  return groups
}

function toBodyPart(block: Block): Block[] {
  if (block.type === 'heading') return [headingAsParagraph(block.children)]
  if (block.type === 'list') return liftFromList(block)
  if (block.type !== 'quote' && block.type !== 'callout') return [block]
  const source = block.type === 'quote' ? [block.attribution, block.role].filter(Boolean).join(', ') : ''
  const children = block.children.flatMap(toBodyPart)
  return source
    ? [...children, { type: 'paragraph', children: [{ type: 'text', text: `— ${source}` }] }]
    : children
}

function headingAsParagraph(children: readonly Inline[]): Block {
  return { type: 'paragraph', children: children.map(embolden) }
}

function embolden(child: Inline): Inline {
  if (child.type === 'break') return child
  if (child.type === 'link') return { ...child, children: child.children.map(embolden) }
  const marks: Mark[] = [...(child.marks ?? []), 'bold']
  return { ...child, marks: orderMarks(marks) }
}
