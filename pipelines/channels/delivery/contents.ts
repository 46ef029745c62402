/** The table of contents of a body. Pure. */
import type { Block, Inline } from '../../rich-text/block.ts'

/** `id`: the heading's, a URL fragment. */
export type Heading = { id: string; level: number; title: string }

/** Headings in their order, those inside quotes and callouts left out. */
export function headingsOf(blocks: readonly Block[]): Heading[] {
  return blocks.flatMap((block) =>
    block.type === 'heading' && block.id !== undefined
      ? [{ id: block.id, level: block.level, title: wordsOf(block.children) }]
      : [],
  )
}

function wordsOf(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) =>
      inline.type === 'text' ? inline.text : inline.type === 'break' ? ' ' : wordsOf(inline.children),
    )
    .join('')
    .trim()
}
