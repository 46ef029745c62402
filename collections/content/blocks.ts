/** Blocks made from plain fields. Pure. */
import type { Block, Inline } from '../../pipelines/rich-text/block.ts'

/** A run of text, bold or unmarked; line breaks in it are not looked at. */
export function inline(text: string, mark?: 'bold'): Inline {
  return mark ? { type: 'text', text, marks: [mark] } : { type: 'text', text }
}

/** A text area's paragraphs: blank lines part them, single ones stay line breaks. */
export function paragraphs(text: string): Block[] {
  return text
    .split(/\r?\n[ \t]*\r?\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => ({
      type: 'paragraph',
      children: part
        .split(/\r?\n/)
        .flatMap((line, index): Inline[] =>
          index === 0 ? [inline(line)] : [{ type: 'break' }, inline(line)],
        ),
    }))
}

/** A heading with what it heads; nothing when there is nothing below it. */
export function section(heading: string, blocks: Block[]): Block[] {
  if (blocks.length === 0) return []
  return [{ type: 'heading', level: 2, children: [inline(heading)] }, ...blocks]
}

/** A bulleted list of lines; nothing for none. */
export function bullets(lines: (string | Inline[])[]): Block[] {
  if (lines.length === 0) return []
  const items = lines.map((line) => ({
    children: [{ type: 'paragraph' as const, children: typeof line === 'string' ? [inline(line)] : line }],
  }))
  return [{ type: 'list', ordered: false, items }]
}

/** Labelled values, those without a value left out; nothing for none. */
export function facts(values: [label: string, value: string][]): Block[] {
  const items = values.filter(([, value]) => value !== '').map(([label, value]) => ({ label, value }))
  return items.length > 0 ? [{ type: 'facts', items }] : []
}
