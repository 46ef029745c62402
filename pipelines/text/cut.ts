/**
 * Cutting text to a length without breaking what a reader sees as one character: a family emoji, a flag,
 * a letter with its accents. The locale is fixed, so that the machine's own never shows.
 */
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/**
 * The longest beginning of `text` that has at most `limit` UTF-16 units and ends on a grapheme boundary.
 * Empty when the first grapheme alone is longer.
 */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text
  if (limit <= 0) return ''
  // What follows the grapheme at the limit does not matter, and segmenting is slow for long texts.
  const near = text.slice(0, limit + 2)
  return text.slice(0, graphemes.segment(near).containing(limit)?.index ?? 0)
}

/**
 * Like `cut`, with `…` (counted in `limit`) where something was left out, at a word's end when one lies in
 * the second half of what fits.
 */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text
  const head = cut(text, limit - 1)
  const endsAWord = /\s/.test(text.charAt(head.length))
  const space = endsAWord ? -1 : head.search(/\s\S*$/)
  const whole = space > limit / 2 ? head.slice(0, space) : head
  const trimmed = whole.replace(/[\s,;:–—-]+$/, '')
  return trimmed === '' ? '' : `${trimmed}…`
}
