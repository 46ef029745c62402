/** Text as words, the same way for the index, for what is asked and for what is marked in answers. Pure. */

/** `start`, `end`: where it stands in the text. `word`: as it is compared. */
export type Word = { word: string; start: number; end: number }

/** Characters of scripts that put no spaces between words: each counts as a word, several as a phrase. */
const UNSPACED =
  '\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Hang}\\p{sc=Thai}\\p{sc=Laoo}\\p{sc=Khmr}\\p{sc=Mymr}'
const WORD = /[\p{L}\p{N}\p{M}]+/gu
const HAS_UNSPACED = new RegExp(`[${UNSPACED}]`, 'u')
const PIECE = new RegExp(`[${UNSPACED}]\\p{M}*|[^${UNSPACED}]+`, 'gu')

/** Letters that Unicode does not take apart. */
const SIMPLER: { [letter: string]: string } = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  þ: 'th',
  ς: 'σ',
}
const NOT_SIMPLE = /[ßæœøđðłıþς]/g
/** Of Latin, Greek and Cyrillic, Hebrew and Arabic letters; elsewhere marks are letters of their own right. */
const ACCENTS = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]/g
/** Characters that are newer than SQLite's tables may be none of its letters. */
const BEYOND_BMP = /[\u{10000}-\u{10ffff}]/gu
// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII
const ASCII = /^[\x00-\x7f]*$/

/** Lower case, without accents. */
export function fold(word: string): string {
  if (ASCII.test(word)) return word.toLowerCase()
  return word
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(NOT_SIMPLE, (letter) => SIMPLER[letter] ?? letter)
    .replace(BEYOND_BMP, (character) => `u${character.codePointAt(0)?.toString(16)}`)
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '')
}

/** Whether a word is of a script without spaces. */
export const isUnspaced = (word: string) => HAS_UNSPACED.test(word)

/** Every word of a text in its order. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = []
  const add = (found: string, start: number) => {
    const word = fold(found)
    if (word !== '') words.push({ word, start, end: start + found.length })
  }
  for (const { 0: found, index } of text.matchAll(WORD)) {
    if (ASCII.test(found) || !isUnspaced(found)) add(found, index)
    else for (const piece of found.matchAll(PIECE)) add(piece[0], index + piece.index)
  }
  return words
}

/** Stands in the index where a phrase ends, so that none is found across: of a kind that no text can ask for. */
export const BREAK = '\ue000'

/** Spaces, hyphens and what stands inside a word (`OPS.PRD.M4`) end no phrase; a full stop, a paragraph do. */
export function isBreak(between: string): boolean {
  // One pattern for all of it would try every way to share out a long row of spaces.
  const sign = between.trim()
  const isJoined = /^\p{Pd}?$/u.test(sign) || /^\S+$/.test(between)
  return !isJoined || /\n\s*\n/.test(between)
}

/** A text's words with breaks between its phrases: `letters` as they are compared, `capitals` only those that are case-sensitive. */
export type Streams = { letters: string[]; capitals: string[] }

/** Whether case tells it from another word: `MES`, `IoT`, `9001`. */
export const isCapital = (word: string) =>
  /^\P{Ll}*$/u.test(word) ? /[\p{Lu}\p{N}]/u.test(word) : /^.+\p{Lu}/u.test(word)

/** As it stands in the index, which knows no case: `MES` as `0m0e0s`. */
export const asCapital = (word: string) =>
  [...word.normalize('NFC')]
    .map((letter) => (/\p{Lu}/u.test(letter) ? `0${fold(letter)}` : fold(letter)))
    .join('')

export function streamsOf(text: string): Streams {
  const letters: string[] = []
  const capitals: string[] = []
  const end = (stream: string[]) => {
    if (stream.length > 0 && stream.at(-1) !== BREAK) stream.push(BREAK)
  }
  let last = 0
  for (const { word, start, end: stop } of wordsOf(text)) {
    if (start > last && isBreak(text.slice(last, start))) {
      end(letters)
      end(capitals)
    }
    letters.push(word)
    const written = text.slice(start, stop)
    if (isCapital(written)) capitals.push(asCapital(written))
    else end(capitals)
    last = stop
  }
  end(letters)
  end(capitals)
  return { letters, capitals }
}
