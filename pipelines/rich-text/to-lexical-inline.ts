import type { Inline, TableCell } from './block.ts'
import { formatBits, type LexicalInline, type LexicalLinkFields, type LexicalParagraph } from './lexical.ts'

/** Inlines → Lexical's; a tab becomes a node of its own, as the editor makes it. */
export function toLexicalInlines(children: readonly Inline[], nextId: () => string): LexicalInline[] {
  return children.flatMap((child): LexicalInline[] => {
    if (child.type === 'break') return [{ type: 'linebreak', version: 1 }]
    if (child.type === 'text') return text(child)
    return [
      {
        type: 'link',
        version: 3,
        id: nextId(),
        fields: linkFields(child),
        children: toLexicalInlines(child.children, nextId),
        direction: null,
        format: '',
        indent: 0,
      },
    ]
  })
}

function text({ text, marks = [] }: Extract<Inline, { type: 'text' }>): LexicalInline[] {
  const format = marks.reduce((bits, mark) => bits | formatBits[mark], 0)
  const base = { version: 1, format, mode: 'normal', style: '' } as const
  return text
    .split(/(\t)/)
    .filter(Boolean)
    .map((part) =>
      part === '\t'
        ? { ...base, type: 'tab', text: part, detail: 2 }
        : { ...base, type: 'text', text: part, detail: 0 },
    )
}

function linkFields({ url, document, newTab }: Extract<Inline, { type: 'link' }>): LexicalLinkFields {
  const tab = { newTab: newTab ?? false }
  return document
    ? { ...tab, linkType: 'internal', doc: { relationTo: document.collection, value: document.ref } }
    : { ...tab, linkType: 'custom', url: url ?? '' }
}

/** A paragraph; `align` is a table column's. */
export function toLexicalParagraph(
  children: readonly Inline[],
  nextId: () => string,
  align?: TableCell['align'],
): LexicalParagraph {
  const inlines = toLexicalInlines(children, nextId)
  const first = inlines.find((child) => child.type === 'text' || child.type === 'tab')
  return {
    type: 'paragraph',
    version: 1,
    children: inlines,
    direction: null,
    format: align ?? '',
    indent: 0,
    textFormat: first?.format ?? 0,
    textStyle: '',
  }
}
