/** The canonical form of a run of text, so that two trees that look the same are the same. */
import type { Inline, Mark } from './block.ts'
import { wellFormed } from './well-formed.ts'

type Link = Extract<Inline, { type: 'link' }>
type Leaf = { text: string; marks: Mark[]; link?: Link } | { text: null; link?: Link }
type TextLeaf = Extract<Leaf, { text: string }>

const markOrder: readonly Mark[] = [
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'code',
  'subscript',
  'superscript',
]

/** Marks that nobody sees on a space, and that Markdown cannot put there. */
const marksOfWords: readonly Mark[] = ['bold', 'italic', 'strikethrough']

/** The marks in the order of `Mark`, each once. */
export function orderMarks(marks: readonly Mark[]): Mark[] {
  return markOrder.filter((mark) => marks.includes(mark))
}

/** The words, breaks as spaces. */
export function inlineText(children: readonly Inline[], lineBreak = ' '): string {
  return children
    .map((child) =>
      child.type === 'text'
        ? child.text
        : child.type === 'break'
          ? lineBreak
          : inlineText(child.children, lineBreak),
    )
    .join('')
}

/**
 * Merges text of equal marks, drops what is empty, makes line feeds breaks, unwraps links inside links and
 * links to nowhere, trims spaces and breaks at both ends (and spaces around breaks), and moves spaces at
 * the ends of bold, italic and struck words out of the mark.
 */
export function normaliseInlines(children: readonly Inline[]): Inline[] {
  return rebuild(unmarkOuterSpaces(trim(leaves(children))))
}

function leaves(children: readonly Inline[], within?: Link): Leaf[] {
  return children.flatMap((child): Leaf[] => {
    if (child.type === 'break') return [{ text: null, link: within }]
    if (child.type === 'text') {
      const marks = orderMarks(child.marks ?? [])
      return wellFormed(child.text)
        .split(/\r\n?|\n/)
        .flatMap((text, index) => {
          const line: Leaf = { text, marks, link: within }
          return index ? [{ text: null, link: within }, line] : [line]
        })
    }
    const url = child.url === undefined ? undefined : cleanUrl(child.url)
    const link = within ?? (url || child.document ? { ...child, url } : undefined)
    return leaves(child.children, link)
  })
}

/** As the editor stores it: no controls, no spaces (Payload refuses an address with a space). */
function cleanUrl(url: string): string {
  return (
    wellFormed(url)
      .replace(/[\t\n\r]+/g, '')
      .trim()
      // Neither belongs in an address, nor survives a Markdown destination.
      .replace(/[\s<>]/g, encodeURIComponent)
  )
}

/** Neighbours of one link and equal marks become one leaf; empty ones go. */
function merge(list: readonly Leaf[]): Leaf[] {
  const merged: Leaf[] = []
  for (const leaf of list) {
    const last = merged.at(-1)
    if (leaf.text === '') continue
    if (
      leaf.text !== null &&
      last &&
      last.text !== null &&
      last.link === leaf.link &&
      sameMarks(last, leaf)
    ) {
      merged[merged.length - 1] = { ...last, text: last.text + leaf.text }
    } else merged.push(leaf)
  }
  return merged
}

function sameMarks(a: TextLeaf, b: TextLeaf): boolean {
  return a.marks.join() === b.marks.join()
}

/** Nothing a reader could see: a break, or spaces that are no code. */
function isBlank(leaf: Leaf | undefined): boolean {
  return !leaf || leaf.text === null || (!leaf.marks.includes('code') && /^[ \t]*$/.test(leaf.text))
}

function trim(list: readonly Leaf[]): Leaf[] {
  const trimmed = merge(list)
  while (trimmed.length && isBlank(trimmed[0])) trimmed.shift()
  while (trimmed.length && isBlank(trimmed.at(-1))) trimmed.pop()
  return trimmed.flatMap((leaf, index) => {
    if (leaf.text === null || leaf.marks.includes('code')) return [leaf]
    let { text } = leaf
    if (isEdge(trimmed, index, -1)) text = text.replace(/^[ \t]+/, '')
    if (isEdge(trimmed, index, 1)) text = text.replace(/[ \t]+$/, '')
    return text ? [{ ...leaf, text }] : []
  })
}

/** Whether only blank leaves stand between this leaf and the line's end in that direction. */
function isEdge(list: readonly Leaf[], index: number, step: 1 | -1): boolean {
  for (let at = index + step; ; at += step) {
    const leaf = list[at]
    if (!leaf || leaf.text === null) return true
    if (!isBlank(leaf)) return false
  }
}

function unmarkOuterSpaces(list: readonly Leaf[]): Leaf[] {
  const pieces = list.flatMap((leaf): Leaf[] => {
    if (leaf.text === null || leaf.marks.includes('code')) return [leaf]
    const { text } = leaf
    const [start, end] = [text.length - text.trimStart().length, text.trimEnd().length]
    if (start === 0 && end === text.length) return [leaf]
    const parts = end ? [text.slice(0, start), text.slice(start, end), text.slice(end)] : [text]
    return parts.flatMap((part) => (part ? [{ ...leaf, text: part }] : []))
  })
  for (const mark of marksOfWords) {
    for (const step of [1, -1] as const) {
      let isOutside = true
      for (let at = step === 1 ? 0 : pieces.length - 1; pieces[at]; at += step) {
        const piece = pieces[at]
        if (!piece || piece.text === null) continue
        if (!piece.marks.includes(mark)) isOutside = true
        else if (isOutside && !piece.marks.includes('code') && /^\s*$/.test(piece.text)) {
          pieces[at] = { ...piece, marks: piece.marks.filter((other) => other !== mark) }
        } else isOutside = false
      }
    }
  }
  return pieces
}

function rebuild(list: readonly Leaf[]): Inline[] {
  const built: Inline[] = []
  let open: { source: Link; children: Inline[] } | undefined
  for (const leaf of merge(list)) {
    if (leaf.link && leaf.link !== open?.source) {
      open = { source: leaf.link, children: [] }
      built.push(toLink(open.source, open.children))
    } else if (!leaf.link) open = undefined
    const into = open ? open.children : built
    if (leaf.text === null) into.push({ type: 'break' })
    else into.push({ type: 'text', text: leaf.text, ...(leaf.marks.length ? { marks: leaf.marks } : {}) })
  }
  return built
}

function toLink(source: Link, children: Inline[]): Link {
  const target = source.document ? { document: source.document } : { url: source.url ?? '' }
  return { type: 'link', ...target, ...(source.newTab ? { newTab: true } : {}), children }
}
