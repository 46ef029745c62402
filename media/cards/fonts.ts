/**
 * The fonts that cards are written in, from packages, never the machine's: a card looks the same everywhere. A font
 * comes in parts (subsets); only those that a text needs are opened, since all of them take a hundred megabytes.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { charactersOf } from './characters.ts'

/** Part of a font, and its file. `ranges` say where to look; what it has is read when something falls into them. */
export type FontPart = {
  name: string
  file: string
  ranges: [from: number, to: number][]
  has(code: number): boolean
}

const require = createRequire(import.meta.url)
const variable = (name: string) => ({ folder: `@fontsource-variable/${name}`, name, end: 'wght-normal' })

const LATIN = variable('noto-sans')
const [JAPANESE, KOREAN, CHINESE] = ['noto-sans-jp', 'noto-sans-kr', 'noto-sans-sc'].map(variable)
const SCRIPTS = ['arabic', 'hebrew', 'devanagari', 'bengali', 'tamil', 'thai'].map((script) =>
  variable(`noto-sans-${script}`),
)
/** Emoji in the colour of the words: the colourful ones take 24 MB on the disk and 70 in memory. */
const SIGNS = [
  variable('noto-emoji'),
  { folder: '@fontsource/noto-sans-symbols-2', name: 'noto-sans-symbols-2', end: '400-normal' },
]

type Font = ReturnType<typeof variable>

const read = new Map<string, FontPart[]>()

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Joiners and what asks for a colourful or a plain form: no characters of their own, and no font need have them. */
const INVISIBLE = new Set([0x200c, 0x200d, 0xfe0e, 0xfe0f])
/** Controls and what turns directions; but joiners, and the tags in the flags of England, Scotland and Wales. */
const UNSEEN = /(?!\u200c|\u200d|[\u{e0020}-\u{e007f}])[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}]/gu
const PICTORIAL = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u

/**
 * The parts for a text, in the order in which they are to be asked, and the text without what none of them has:
 * the machine's own fonts would be asked for that, and at last a box be drawn. A letter and its accents must come
 * from one part. `language`: BCP 47.
 */
export function fontsFor(text: string, language: string): { parts: FontPart[]; text: string } {
  const pictures = SIGNS.flatMap(partsOf)
  const letters = [LATIN, ...SCRIPTS, ...eastAsian(text, language)].flatMap(partsOf)
  const order = [...letters, ...pictures]
  const needed = new Set<FontPart>()
  let known = ''
  for (const { segment } of graphemes.segment(text.normalize('NFC'))) {
    const isPicture = PICTORIAL.test(segment)
    const codes = [...segment.replace(UNSEEN, '')].map((character) => character.codePointAt(0) ?? 0)
    const seen = codes.filter((code) => !INVISIBLE.has(code))
    const [base = 0] = seen
    const asked = isPicture ? [...pictures, ...letters] : order
    const part =
      asked.find((one) => seen.every((code) => one.has(code))) ?? asked.find((one) => one.has(base))
    if (!part || seen.length === 0) continue
    needed.add(part)
    // U+FE0F asks for colours, and so for a font of the machine.
    const kept = codes.filter((code) => part.has(code) || INVISIBLE.has(code))
    known += String.fromCodePoint(...kept.filter((code) => !isVariation(code)))
  }
  return { parts: order.filter((part) => needed.has(part)), text: known }
}

function isVariation(code: number): boolean {
  return code === 0xfe0e || code === 0xfe0f
}

/** Chinese, Japanese and Korean share characters that each writes in its own way: kana and hangul tell, else the language. */
function eastAsian(text: string, language: string): Font[] {
  const fonts = [CHINESE, JAPANESE, KOREAN] as [Font, Font, Font]
  const [chinese, japanese, korean] = fonts
  if (/[\p{sc=Hira}\p{sc=Kana}]/u.test(text)) return [japanese, chinese, korean]
  if (/\p{sc=Hang}/u.test(text)) return [korean, japanese, chinese]
  if (/^ja\b/i.test(language)) return [japanese, chinese, korean]
  if (/^ko\b/i.test(language)) return [korean, chinese, japanese]
  return fonts
}

function partsOf({ folder, name, end }: Font): FontPart[] {
  const known = read.get(folder)
  if (known) return known
  const manifest = require.resolve(`${folder}/unicode.json`)
  const ranges: { [part: string]: string } = JSON.parse(readFileSync(manifest, 'utf8'))
  const parts = Object.entries(ranges).map(([part, list]) => {
    const id = `${name}-${part.replace(/[[\]]/g, '')}`
    const file = path.join(path.dirname(manifest), 'files', `${id}-${end}.woff2`)
    return toPart(id, file, list.split(',').map(toRange))
  })
  read.set(folder, parts)
  return parts
}

function toPart(name: string, file: string, ranges: FontPart['ranges']): FontPart {
  let characters: Set<number> | undefined
  const has = (code: number) => {
    if (!isIn(ranges, code)) return false
    characters ??= charactersOf(file)
    return characters.has(code)
  }
  return { name, file, ranges, has }
}

/** `U+41-5A` or `U+41`. */
function toRange(range: string): [from: number, to: number] {
  const [from = '', to = from] = range.trim().slice(2).split('-')
  return [Number.parseInt(from, 16), Number.parseInt(to, 16)]
}

function isIn(ranges: FontPart['ranges'], code: number): boolean {
  return ranges.some(([from, to]) => code >= from && code <= to)
}
