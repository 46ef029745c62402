/** Text as LinkedIn's composer takes it: plain Unicode, LF, no markup of any kind. */
import { wellFormed } from '../../rich-text/well-formed.ts'

/**
 * Cleans text that an author wrote: well-formed, LF, at most one blank line running, single spaces. Letters
 * that imitate bold or italics become ordinary ones, invisible characters go. What only looks like HTML is
 * kept readable as `‹b›`; a backslash becomes `/`, or goes when it escapes Markdown.
 */
export function toPlain(text: string): string {
  return wellFormed(text)
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[\u{1D400}-\u{1D7FF}]/gu, (letter) => letter.normalize('NFKC'))
    .replace(/[\u00AD\u200B\u2060\uFEFF]/g, '')
    .replace(/\\(?=[!-/:-@[-`{-~])/g, '')
    .replaceAll('\\', '/')
    .replace(/(?<![\w*])\*\*(?=\S)([^*\n]+)(?<=\S)\*\*(?![\w*])/g, '$1')
    .replace(/`([^`\n]+)`/g, '$1')
    .replace(/<(?=[a-z/!?])([^<>\n]*)>/gi, '‹$1›')
    .replace(/<(?=[/!?])/g, '‹')
    .replace(/[\t ]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/ ,(?=\s|$)/g, ',')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** The same for a text that was typed as a post: Markdown's headings, bullets and links become plain too. */
export function toPlainPost(typed: string): string {
  const unmarked = typed
    .replace(/\r\n?/g, '\n')
    .replace(/!\[[^\]\n]*\]\([^)\n]*\)/g, '')
    .replace(/\[([^\]\n]+)\]\((https?:[^)\s]+)\)/g, '$1 ($2)')
    .replace(/^[ \t]*(?:#{1,6}|>)[ \t]+/gm, '')
    .replace(/^[ \t]*[-*+][ \t]+/gm, '• ')
  return toPlain(unmarked)
}

/** What two texts have in common when only letters and digits count: for telling a repetition. */
export function toKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '')
}
