import type { Block } from './block.ts'
import { inlineText } from './inline.ts'
import { wellFormed } from './well-formed.ts'

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' })
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** A full stop after these ends no sentence (ICU thinks it does). */
const abbreviation =
  /(?:^|[\s(“"'])(?:Mr|Mrs|Ms|Dr|Prof|St|vs|e\.g|i\.e|approx|No|Fig|Inc|Ltd|Co|\p{Lu})\.\s*$/u

/**
 * Whole first sentences of a text, or of a body's first paragraph (headings, lists, tables are skipped;
 * a paragraph in a quote or callout counts when there is no other), as one line of at most `limit` UTF-16
 * units. A first sentence that is longer is cut between words, never inside a grapheme, and ends in "…".
 *
 * @returns '' when there is no paragraph.
 */
export function firstSentences(source: readonly Block[] | string, limit = 200): string {
  const words = typeof source === 'string' ? source : firstParagraph(source)
  // Segmenting takes quadratic time: look no further than is needed.
  const line = wellFormed(words.slice(0, limit * 20))
    .replace(/\s+/g, ' ')
    .trim()
  let taken = ''
  for (const sentence of sentencesOf(line)) {
    if ((taken + sentence).trimEnd().length > limit) break
    taken += sentence
  }
  return taken.trimEnd() || cut(line, limit)
}

function firstParagraph(blocks: readonly Block[]): string {
  for (const block of blocks) {
    const text = block.type === 'paragraph' ? inlineText(block.children) : ''
    if (text.trim()) return text
  }
  for (const block of blocks) {
    const text = block.type === 'quote' || block.type === 'callout' ? firstParagraph(block.children) : ''
    if (text) return text
  }
  return ''
}

function sentencesOf(line: string): string[] {
  const found: string[] = []
  for (const { segment } of sentences.segment(line)) {
    const last = found.at(-1)
    if (last !== undefined && abbreviation.test(last)) found[found.length - 1] = last + segment
    else found.push(segment)
  }
  return found
}

function cut(line: string, limit: number): string {
  if (line.length <= limit) return line
  let kept = ''
  for (const { segment } of graphemes.segment(line)) {
    if (kept.length + segment.length > limit - 1) break
    kept += segment
  }
  // A word is cut only where the line has hardly any spaces (Japanese, a very long word).
  const space = line[kept.length] === ' ' ? kept.length : kept.lastIndexOf(' ')
  const whole = space > limit / 2 ? kept.slice(0, space) : kept
  return `${whole.replace(/[\s,;:–—-]+$/u, '')}…`
}
