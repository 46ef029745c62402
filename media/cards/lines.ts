/** Breaks a text into lines, and finds the largest size in which it fits. Pure: measuring is given. */

/** Pixels that a text takes at a size. */
export type Measure = (text: string, size: number) => number

export type Fitted = { lines: string[]; size: number }

const words = new Intl.Segmenter('en', { granularity: 'word' })
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Of lines, at the widest that they are set. */
const LEADING = 1.3

/** Scripts that put no space between words. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Mymr}]/u
/** Never at the beginning of a line. */
const CLOSING = /^[\p{Pe}\p{Pf}、。，．・：；？！ー々ゝゞぁぃぅぇぉっゃゅょァィゥェォッャュョ…‥〜%％,.:;!?]/u
/** Never at its end. */
const OPENING = /[\p{Ps}\p{Pi}]$/u

/**
 * The text in at most `most` lines of `width`, and not higher than `height`, in the largest of `sizes` (largest first) in which no word is broken;
 * failing that in the smallest, words broken where they must be, and the end left out with `…`.
 */
export function fitLines(options: {
  text: string
  width: number
  height?: number
  most: number
  sizes: readonly number[]
  measure: Measure
}): Fitted {
  const { text, width, height = Number.POSITIVE_INFINITY, sizes, measure } = options
  const mostAt = (size: number) => Math.max(1, Math.min(options.most, Math.floor(height / (size * LEADING))))
  const pieces = piecesOf(text)
  for (const size of sizes) {
    const lines = breakLines(pieces, (line) => measure(line, size) <= width)
    if (lines && lines.length <= mostAt(size)) return { lines, size }
  }
  const size = sizes.at(-1) ?? 0
  const fits = (line: string) => measure(line, size) <= width
  const lines = breakLines(
    pieces.flatMap((piece) => (fits(piece.trimEnd()) ? [piece] : split(piece, fits))),
    fits,
  )
  return { lines: limit(lines ?? [], mostAt(size), fits), size }
}

/** What stays together, each piece with the space behind it. */
function piecesOf(text: string): string[] {
  const pieces: string[] = []
  for (const token of text.match(/\S+\s*/gu) ?? []) {
    if (!UNSPACED.test(token))
      pieces.push(...(token.match(/.+?(?:(?<=\p{L})[-–—/](?=\p{L})|$)/gsu) ?? [token]))
    else {
      const start = pieces.length
      for (const { segment } of words.segment(token)) {
        const last = pieces.length > start ? pieces.at(-1) : undefined
        if (last !== undefined && (CLOSING.test(segment) || OPENING.test(last) || /^\s/.test(segment)))
          pieces[pieces.length - 1] = last + segment
        else pieces.push(segment)
      }
    }
  }
  return pieces
}

/** Null when a single piece is too wide. */
function breakLines(pieces: readonly string[], fits: (line: string) => boolean): string[] | null {
  const lines: string[] = []
  let line = ''
  for (const piece of pieces) {
    if (line !== '' && fits((line + piece).trimEnd())) line += piece
    else {
      if (!fits(piece.trimEnd())) return null
      if (line !== '') lines.push(line.trimEnd())
      line = piece
    }
  }
  return line === '' ? lines : [...lines, line.trimEnd()]
}

/** A word that is too wide, in parts that are not. */
function split(word: string, fits: (line: string) => boolean): string[] {
  const parts = ['']
  for (const { segment } of graphemes.segment(word)) {
    const last = parts.at(-1) ?? ''
    if (last === '' || fits((last + segment).trimEnd())) parts[parts.length - 1] = last + segment
    else parts.push(segment)
  }
  return parts
}

function limit(lines: string[], most: number, fits: (line: string) => boolean): string[] {
  if (lines.length <= most) return lines
  const kept = lines.slice(0, most)
  let last = [...graphemes.segment(kept.at(-1) ?? '')].map(({ segment }) => segment)
  while (last.length > 0 && !fits(`${last.join('').trimEnd()}…`)) last = last.slice(0, -1)
  return [...kept.slice(0, -1), `${last.join('').replace(/[\s,;:–—-]+$/u, '')}…`]
}

/** `rtl` when the first letter with a direction is Hebrew, Arabic or the like. */
export function directionOf(text: string): 'ltr' | 'rtl' {
  const first = /[\p{sc=Hebr}\p{sc=Arab}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}]|\p{L}/u.exec(text)?.[0] ?? ''
  return /[\p{sc=Hebr}\p{sc=Arab}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}]/u.test(first) ? 'rtl' : 'ltr'
}
