import type { Block } from './block.ts'
import { inlineText } from './inline.ts'
import { mapBlocks } from './walk.ts'

/** The words as a URL fragment: letters and digits of any script, NFC, lower case, hyphens between. */
export function fragment(words: string): string {
  return (
    words
      .normalize('NFC')
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
      .replace(/^-+|-+$/g, '') || 'section'
  )
}

/** Gives every heading an id that is unique in the body and depends on the headings alone. */
export function withHeadingIds(blocks: readonly Block[]): Block[] {
  const taken = new Set<string>()
  const unique = (wanted: string) => {
    let id = wanted
    for (let count = 2; taken.has(id); count += 1) id = `${wanted}-${count}`
    taken.add(id)
    return id
  }
  return mapBlocks(blocks, {
    block: (block) =>
      block.type === 'heading' ? [{ ...block, id: unique(fragment(inlineText(block.children))) }] : [block],
  })
}
