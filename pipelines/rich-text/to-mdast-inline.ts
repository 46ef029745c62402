import type { PhrasingContent } from 'mdast'
import { documentAddress, documentAt } from './addresses.ts'
import type { Inline, Mark } from './block.ts'

type Link = Extract<Inline, { type: 'link' }>
/** A leaf or a link, with the marks that still have to be put around it. */
type Item = { inline: Inline; marks: Mark[] }

/**
 * `oneLine`: headings and table cells, where a break is `<br>`.
 * `inBrackets`: inside a directive's text, where brackets in code would end it.
 */
export type Place = { oneLine?: boolean; inBrackets?: boolean }

/** Outer marks first, where runs are equally long. */
const nesting: readonly Mark[] = ['italic', 'bold', 'strikethrough', 'underline', 'superscript', 'subscript']

const directiveOf = { underline: 'u', subscript: 'sub', superscript: 'sup' } as const
const nodeOf = { bold: 'strong', italic: 'emphasis', strikethrough: 'delete' } as const

/** Inlines (normalised) → mdast phrasing, each mark around the longest run that has it. */
export function toPhrasing(children: readonly Inline[], place: Place = {}): PhrasingContent[] {
  return wrap(withBreaks(children.map((inline) => ({ inline, marks: marksOf(inline) }))), place)
}

/** What all the words of a link share goes around the link. */
function marksOf(inline: Inline): Mark[] {
  if (inline.type === 'text') return inline.marks ?? []
  if (inline.type === 'break') return []
  const inner = inline.children.filter((child) => child.type !== 'break').map(marksOf)
  return nesting.filter((mark) => inner.length > 0 && inner.every((marks) => marks.includes(mark)))
}

/** A break takes the marks that the words on both its sides share, so that it does not cut a run in two. */
function withBreaks(items: Item[]): Item[] {
  const solid = (step: 1 | -1, from: number): Mark[] => {
    for (let at = from + step; items[at]; at += step) {
      const item = items[at]
      if (item && item.inline.type !== 'break') return item.marks
    }
    return []
  }
  return items.map((item, index) => {
    if (item.inline.type !== 'break') return item
    const before = solid(-1, index)
    return { ...item, marks: solid(1, index).filter((mark) => mark !== 'code' && before.includes(mark)) }
  })
}

function wrap(items: readonly Item[], place: Place): PhrasingContent[] {
  const nodes: PhrasingContent[] = []
  let at = 0
  while (at < items.length) {
    const item = items[at]
    if (!item) break
    const mark = longestMark(items, at)
    if (!mark) {
      nodes.push(...leaf(item, place))
      at += 1
      continue
    }
    const run = items.slice(at, at + runLength(items, at, mark))
    at += run.length
    const inner = run.map((one) => without(one, mark))
    if (mark === 'bold' || mark === 'italic' || mark === 'strikethrough') {
      nodes.push({ type: nodeOf[mark], children: wrap(inner, place) })
    } else {
      const name = directiveOf[mark as keyof typeof directiveOf]
      nodes.push({ type: 'textDirective', name, children: wrap(inner, { ...place, inBrackets: true }) })
    }
  }
  return nodes
}

function longestMark(items: readonly Item[], at: number): Mark | undefined {
  const lengths = nesting.map((mark) => runLength(items, at, mark))
  const longest = Math.max(...lengths)
  return longest ? nesting[lengths.indexOf(longest)] : undefined
}

function runLength(items: readonly Item[], at: number, mark: Mark): number {
  let end = at
  while (items[end]?.marks.includes(mark)) end += 1
  return end - at
}

function without({ inline, marks }: Item, mark: Mark): Item {
  return { inline: unmark(inline, mark), marks: marks.filter((other) => other !== mark) }
}

function unmark(inline: Inline, mark: Mark): Inline {
  if (inline.type === 'text')
    return { ...inline, marks: (inline.marks ?? []).filter((other) => other !== mark) }
  if (inline.type === 'break') return inline
  return { ...inline, children: inline.children.map((child) => unmark(child, mark)) }
}

function leaf({ inline }: Item, place: Place): PhrasingContent[] {
  if (inline.type === 'break') return [place.oneLine ? { type: 'html', value: '<br>' } : { type: 'break' }]
  if (inline.type === 'link') return [link(inline, place)]
  if (!inline.marks?.includes('code')) return [{ type: 'text', value: inline.text }]
  if (!place.inBrackets || !/[[\]\\]/.test(inline.text)) return [{ type: 'inlineCode', value: inline.text }]
  return [{ type: 'textDirective', name: 'code', children: [{ type: 'text', value: inline.text }] }]
}

function link(inline: Link, place: Place): PhrasingContent {
  const { url = '', document } = inline
  const address = document ? documentAddress(document) : url
  if (!needsDirective(inline))
    return { type: 'link', url: address, children: toPhrasing(inline.children, place) }
  const attributes: Record<string, string> = isLookalike(inline) ? { url } : { href: address }
  if (inline.newTab) attributes.newTab = ''
  const children = toPhrasing(inline.children, { ...place, inBrackets: true })
  return { type: 'textDirective', name: 'link', attributes, children }
}

/** An address that would be read as a link to a document. */
function isLookalike({ url, document }: Link): boolean {
  return !document && documentAt(url ?? '', 'any') !== undefined
}

function needsDirective(inline: Link): boolean {
  return Boolean(inline.newTab) || isLookalike(inline)
}

/**
 * Whether GFM cannot hold these inlines in a table cell: a pipe in a directive's attribute would cut the
 * cell, and a backslash before a pipe in code is lost.
 */
export function breaksCell(children: readonly Inline[]): boolean {
  return children.some((child) => {
    if (child.type === 'text') return Boolean(child.marks?.includes('code')) && child.text.includes('\\|')
    if (child.type === 'break') return false
    return (needsDirective(child) && (child.url ?? '').includes('|')) || breaksCell(child.children)
  })
}
