/**
 * The body as a post shows it: passages of plain text, one blank line apart. Code, pictures, cards, FAQ
 * lists and calls to action stay on the website.
 */
import type { Block, Inline, ListItem } from '../../rich-text/block.ts'
import { sentences } from '../../text/sentences.ts'
import { toKey, toPlain } from './plain.ts'
import { toTableLines } from './table-lines.ts'

export type Passage = {
  /** `list` and `lines` are cut between lines, `prose` between sentences, a `quote` not at all. */
  kind: 'prose' | 'quote' | 'list' | 'lines' | 'heading'
  text: string
  /** Of a heading; 0 for everything else. */
  level: number
}

/** Leading spaces collapse in places; an em space does not. */
const indent = '\u2003'

/** Running text, cleaned by `toPlain`; may come out empty. */
export function prose(text: string): Passage {
  return { kind: 'prose', text: toPlain(text), level: 0 }
}

/** Each line cleaned; the empty ones go. */
export function bullets(lines: readonly string[]): Passage {
  const texts = lines.map(toPlain).filter((text) => text !== '')
  return { kind: 'list', text: texts.map((text) => `• ${text}`).join('\n'), level: 0 }
}

/** Quotation marks around the words, unless they have some; who said it on a line below. */
export function quote(words: string, by: readonly string[]): Passage {
  const text = toPlain(words)
  const isQuoted = /^["“”„«»「『‘'].*["“”»«」』’']$/s.test(text)
  const quoted = isQuoted ? text : text.includes('"') ? `“${text}”` : `"${text}"`
  const source = by.map(toPlain).filter((part) => part !== '')
  const signed = source.length > 0 ? `${quoted}\n– ${source.join(', ')}` : quoted
  return { kind: 'quote', text: text === '' ? '' : signed, level: 0 }
}

/** The passages of a body, in order, none empty, no heading without anything below it. */
export function toPassages(blocks: readonly Block[]): Passage[] {
  const passages = blocks.flatMap(toPassage).filter(({ text }) => text !== '')
  return tidy(passages)
}

/** Leaves out empty passages, repetitions and headings that nothing follows. */
export function tidy(passages: readonly Passage[]): Passage[] {
  const seen = new Set<string>()
  const fresh = passages.filter(({ kind, text }) => {
    const key = toKey(text)
    if (text === '') return false
    if (kind === 'heading' || key.length < 20) return true
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
  return fresh.filter((passage, index) => {
    const next = fresh[index + 1]
    if (passage.kind !== 'heading') return true
    return next !== undefined && (next.kind !== 'heading' || next.level > passage.level)
  })
}

/** A paragraph without a last sentence that only announces what comes next (`Here is how:`). */
export function withoutLeadIn(text: string): string {
  if (!/[:：]$/.test(text)) return text
  const last = sentences(text).at(-1) ?? text
  return text.slice(0, text.length - last.length).trim()
}

/** Without a last sentence that points at what is not in the post (`Here is one of ours.`). */
function withoutPointer(text: string): string {
  const all = sentences(text)
  const last = all.at(-1) ?? ''
  if (all.length < 2 || !/^(?:here|this) (?:is|are)(?![\p{L}])|(?:like this|as follows)\.$/iu.test(last))
    return text
  return text.slice(0, text.length - last.length).trim()
}

/** Without a first sentence that reads code which the post leaves out (`The fall has settled …`). */
function withoutBackward(text: string): string {
  const [first = '', next] = sentences(text)
  return next !== undefined &&
    /^(?:the|this|that|it)(?![\p{L}])/iu.test(first) &&
    !/^(?:this|that|it)(?![\p{L}])/iu.test(next)
    ? text.slice(first.length).trim()
    : text
}

function toPassage(block: Block, index: number, all: readonly Block[]): Passage[] {
  switch (block.type) {
    case 'paragraph': {
      const text = toInlineText(block.children)
      const front = isLeftOut(all[index + 1]) ? withoutPointer(withoutLeadIn(text)) : text
      return [
        { kind: 'prose', text: all[index - 1]?.type === 'code' ? withoutBackward(front) : front, level: 0 },
      ]
    }
    case 'heading':
      return [
        { kind: 'heading', text: toInlineText(block.children).replaceAll('\n', ' '), level: block.level },
      ]
    case 'list':
      return [{ kind: 'list', text: toListLines(block, 0).join('\n'), level: 0 }]
    case 'quote': {
      const words = toPassages(block.children).map(({ text }) => text)
      return [quote(words.join('\n\n'), [block.attribution ?? '', block.role ?? ''])]
    }
    case 'callout':
      return toPassages(block.children)
    case 'table':
      return [{ kind: 'lines', text: toTableLines(block.rows, toCellText).join('\n'), level: 0 }]
    case 'facts': {
      const facts = block.items.map(({ label, value }) => `${toPlain(label)}: ${toPlain(value)}`)
      return [{ kind: 'lines', text: facts.join('\n'), level: 0 }]
    }
    default:
      return []
  }
}

function isLeftOut(next: Block | undefined): boolean {
  return next !== undefined && ['code', 'image', 'embed', 'faqs', 'cards', 'callToAction'].includes(next.type)
}

function toListLines(list: { ordered: boolean; start?: number; items: ListItem[] }, depth: number): string[] {
  return list.items.flatMap(({ checked, children }, index) => {
    const box = checked ? '☑ ' : '☐ '
    const bullet = list.ordered ? `${(list.start ?? 1) + index}. ` : '• '
    const mark = checked === undefined ? bullet : box
    const own = children.filter(({ type }) => type !== 'list')
    const lines = toPassages(own).flatMap(({ text }) => text.split(/\n+/))
    const marked = lines.map(
      (line, at) => `${indent.repeat(at === 0 ? depth : depth + 1)}${at === 0 ? mark : ''}${line}`,
    )
    const nested = children.flatMap((child) => (child.type === 'list' ? toListLines(child, depth + 1) : []))
    return [...marked, ...nested]
  })
}

function toCellText(children: readonly Block[]): string {
  const lines = toPassages(children).flatMap(({ text }) => text.split(/\n+/))
  return lines.map((line) => line.replace(/^[\u2003•\s]+/, '')).join('; ')
}

function toInlineText(nodes: readonly Inline[]): string {
  return toPlain(nodes.map(toRawText).join(''))
}

function toRawText(node: Inline): string {
  if (node.type === 'break') return '\n'
  if (node.type === 'link') return node.children.map(toRawText).join('')
  if (node.type !== 'text') return ''
  // Without its line through it, a struck word would say the opposite.
  if (node.marks?.includes('strikethrough')) return ''
  if (node.marks?.includes('italic')) return toQuoted(node.text)
  if (node.marks?.includes('superscript')) return toSmall(node.text, superscripts)
  if (node.marks?.includes('subscript')) return toSmall(node.text, subscripts)
  return node.text
}

/** Words that an author sets apart by italics are quoted; a stressed word stays as it is. */
function toQuoted(text: string): string {
  const words = text.trim()
  if (/["“”]/.test(words) || words.split(/\s+/).length < 3) return text
  return text.replace(words, () => `"${words}"`)
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻'
const subscripts = '₀₁₂₃₄₅₆₇₈₉₊₋'

/** `m²` and `CO₂` in plain Unicode; words stay as they are. */
function toSmall(text: string, forms: string): string {
  if (!/^[\d+-]+$/.test(text)) return text
  return [...text].map((sign) => forms.charAt('0123456789+-'.indexOf(sign))).join('')
}
