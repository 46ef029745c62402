import type { Block, Inline, ListItem } from './block.ts'
import type { LexicalInline, LexicalList, LexicalListItem } from './lexical.ts'
import { toLexicalInlines } from './to-lexical-inline.ts'

type List = Extract<Block, { type: 'list' }>

/** A list of words and lists (see `liftFromList`). A nested list is an item of its own after its parent. */
export function toLexicalList(list: List, nextId: () => string, depth = 0): LexicalList {
  const isCheck = !list.ordered && list.items.some((item) => item.checked !== undefined)
  const start = list.ordered ? (list.start ?? 1) : 1
  const children: LexicalListItem[] = []
  let value = start
  const push = (inside: LexicalInline[] | [LexicalList], checked?: boolean) =>
    children.push({
      type: 'listitem',
      version: 1,
      children: inside,
      direction: null,
      format: '',
      indent: depth,
      value,
      ...(checked === undefined ? {} : { checked }),
    })
  for (const item of list.items) {
    for (const child of item.children) {
      if (child.type === 'list') push([toLexicalList(child, nextId, depth + 1)], isCheck ? false : undefined)
      if (child.type !== 'paragraph') continue
      const words = list.ordered ? withBox(item, child.children) : child.children
      push(toLexicalInlines(words, nextId), isCheck ? (item.checked ?? false) : undefined)
      value += 1
    }
  }
  return {
    type: 'list',
    version: 1,
    children,
    direction: null,
    format: '',
    indent: 0,
    listType: isCheck ? 'check' : list.ordered ? 'number' : 'bullet',
    start,
    tag: list.ordered ? 'ol' : 'ul',
  }
}

/** The editor has no numbered check list: the box is kept as a character. */
function withBox({ checked }: ListItem, children: readonly Inline[]): readonly Inline[] {
  if (checked === undefined) return children
  return [{ type: 'text', text: checked ? '☑ ' : '☐ ' }, ...children]
}
