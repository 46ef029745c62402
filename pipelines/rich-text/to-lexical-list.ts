import type { Block, Inline, ListItem } from './block.ts'
import type { LexicalBlock, LexicalBreak, LexicalList, LexicalListItem } from './lexical.ts'
import { toLexicalInlines } from './to-lexical-inline.ts'

type List = Extract<Block, { type: 'list' }>
type Place = {
  nextId: () => string
  /** Converts what is neither a paragraph nor a list. */
  toNodes: (block: Block) => LexicalBlock[]
}

/**
 * A list. The lists at an item's end are items of their own after it, as the editor nests them. What else an
 * item holds stands inside it: lexical merges nothing into an item but paragraphs, so that these are runs of
 * words with an empty line between (`normalise` reads them so).
 */
export function toLexicalList(list: List, place: Place, depth = 0): LexicalList {
  const isCheck = !list.ordered && list.items.some((item) => item.checked !== undefined)
  const start = list.ordered ? (list.start ?? 1) : 1
  const children: LexicalListItem[] = []
  let value = start
  const push = (inside: LexicalListItem['children'], checked?: boolean) =>
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
    const end = item.children.findLastIndex(({ type }) => type !== 'list') + 1
    if (end > 0) {
      push(
        itemChildren(item, item.children.slice(0, end), list, place, depth),
        isCheck ? (item.checked ?? false) : undefined,
      )
      // The editor counts no item that begins with a list.
      if (item.children[0]?.type !== 'list') value += 1
    }
    for (const child of item.children.slice(end)) {
      if (child.type === 'list') push([toLexicalList(child, place, depth + 1)], isCheck ? false : undefined)
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

const lineBreak: LexicalBreak = { type: 'linebreak', version: 1 }

function itemChildren(
  item: ListItem,
  own: readonly Block[],
  { ordered }: List,
  place: Place,
  depth: number,
): LexicalListItem['children'] {
  return own.flatMap((child, index): LexicalListItem['children'] => {
    const before = own[index - 1]?.type
    if (child.type === 'paragraph') {
      const words = ordered && index === 0 ? withBox(item, child.children) : child.children
      const inlines = toLexicalInlines(words, place.nextId)
      return before === 'paragraph' ? [lineBreak, lineBreak, ...inlines] : inlines
    }
    if (child.type !== 'list') return place.toNodes(child)
    const nested = toLexicalList(child, place, depth + 1)
    // Two lists of one kind that touch would become one.
    return before === 'list' ? [lineBreak, nested] : [nested]
  })
}

/** The editor has no numbered check list: the box is kept as a character. */
function withBox({ checked }: ListItem, children: readonly Inline[]): readonly Inline[] {
  if (checked === undefined) return children
  return [{ type: 'text', text: checked ? '☑ ' : '☐ ' }, ...children]
}
