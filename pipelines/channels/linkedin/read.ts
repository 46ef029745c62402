/** Reads a body into units: sentences, lists and quotes that know what they lean on, and what they are worth. */
import type { ContentItem } from '../../content-item.ts'
import type { Block } from '../../rich-text/block.ts'
import { sentences } from '../../text/sentences.ts'
import { isOutOfPlace, withoutLeadInPhrase } from './clean.ts'
import { isContrast, isOneOfSeveral, isParallel, isTurned, roughWords, weigh } from './evidence.ts'
import { isAnnouncing, isLeaning } from './leaning.ts'
import type { Unit, Voice } from './outline.ts'
import { toPassages } from './passages.ts'
import { type Piece, toPieces } from './pieces.ts'
import { toKey } from './plain.ts'
import { isInFirstPerson } from './voice.ts'

/** Of a passage; nobody writes longer ones by hand. */
const UNITS_READ = 5000
/** Of a body. Further down stands what a post has no room for. */
const MOST_UNITS = 400
const LONG_LIST = 900
const FIRST = 4
const EARLY = 9

type Read = {
  unit: Unit
  leans: boolean
  announces: boolean
  isDropped: boolean
  section: number
}

/**
 * The units of an item's body, or of `blocks` of it, in reading order. Left out are talk about the page,
 * advertising, the title said again, repetitions, the first person where nobody may say it, and whatever cannot
 * stand without one of them.
 */
export function readUnits(item: ContentItem, voice: Voice, blocks: readonly Block[] = item.blocks): Unit[] {
  const names = toNames(item)
  const passages = toPassages(blocks)
  const isLeftOut = (heading: string) => names.some((name) => toKey(heading).includes(toKey(name)))
  const pieces = toPieces(passages, isLeftOut)
  const read = toRead(pieces, { title: toKey(item.title), names, voice }).slice(0, MOST_UNITS)
  return link(withPairs(read))
}

/** Headings of what is advertised below. */
function toNames({ blocks }: ContentItem): string[] {
  return blocks.flatMap((block) =>
    block.type === 'callToAction' && block.callToAction.heading.length > 8
      ? [block.callToAction.heading]
      : [],
  )
}

function toRead(
  pieces: readonly Piece[],
  { title, names, voice }: { title: string; names: readonly string[]; voice: Voice },
): Read[] {
  const seen = new Set<string>([title])
  const read: Read[] = []
  const lastSection = pieces.at(-1)?.section ?? 0
  let paragraph = 0
  const add = (one: Omit<Read, 'unit'> & Omit<Unit, 'leansOn' | 'announces' | 'paragraph'>) => {
    const { text, kind, score, ...rest } = one
    read.push({ ...rest, unit: { text, kind, score, paragraph, leansOn: null, announces: null } })
  }
  for (const [at, piece] of pieces.entries()) {
    paragraph += 1
    const { section, kind } = piece
    if (kind === 'prose') {
      const all = withHeading(sentences(piece.text.slice(0, UNITS_READ)).map(withoutLeadInPhrase), piece)
      const opening = toOpening(pieces[at + 1], section)
      all.forEach((text, index) => {
        const key = toKey(text)
        const isKnown = key.length >= 12 && seen.has(key)
        seen.add(key)
        const place = read.length
        const early = place < FIRST ? 2 : place < EARLY ? 1 : 0
        const late = section === lastSection && section > 0 ? 1 : 0
        add({
          text,
          kind: 'sentence',
          score: weigh(text) + early + late + piece.bias + (isInFirstPerson(text) ? 1 : 0),
          leans:
            isLeaning(text) ||
            (index > 0 && (roughWords(text) <= 5 || isQuotation(text))) ||
            (index === 0 && /[:：]$/.test(read.at(-1)?.unit.text ?? '')),
          announces:
            isAnnouncing(text, all[index + 1]) ||
            isFirstHalf(text, all[index + 1] ?? opening, index + 1 === all.length),
          isDropped: isKnown || isOutOfPlace(text, names) || (isInFirstPerson(text) && !voice.isFirstPerson),
          section,
        })
      })
      continue
    }
    const before = read.at(-1)
    const isAnnounced = before?.announces === true && before.section === section
    const stands = kind === 'quote' || (isAnnounced ? false : piece.heading !== '')
    if (!isAnnounced && piece.heading !== '' && kind !== 'quote') {
      const text = /[:：?？!]$/.test(piece.heading) ? piece.heading : `${piece.heading}:`
      add({ text, kind: 'sentence', score: 0, leans: false, announces: true, isDropped: false, section })
    }
    const isDropped = names.some((name) => piece.text.toLowerCase().includes(name.toLowerCase()))
    const leans = isAnnounced || !stands || kind !== 'quote'
    add({ text: piece.text, kind, score: weighPiece(piece), leans, announces: false, isDropped, section })
  }
  return read
}

/** Words that somebody says or asks; what comes before says who, and when. */
const isQuotation = (text: string) => /^["“][^"“”]*["”]$/.test(text)

/** `What helps` above `Shade, water, and wind.` becomes its beginning: alone the sentence says nothing. */
function withHeading(all: string[], { heading }: Piece): string[] {
  const [only = ''] = all
  const isList = all.length === 1 && only.split(',').length > 2
  return isList && /^what (?!.*[?？]$)/iu.test(heading) ? [`${heading}: ${only}`] : all
}

/** Half a thought: a contrast's first side, or a very short sentence that only sets up the next one. */
function isFirstHalf(text: string, next: string | undefined, endsParagraph: boolean): boolean {
  if (next === undefined || isOutOfPlace(next, [])) return false
  if (
    isContrast(text, next) ||
    isTurned(text, next) ||
    isOneOfSeveral(text, next) ||
    /^(?:but|however|yet)(?![\p{L}])/iu.test(next)
  )
    return true
  return !endsParagraph && !isLeaning(text) && roughWords(text) <= 5 && next.length < 200
}

/** The first sentence of the paragraph that follows in the same section. */
function toOpening(next: Piece | undefined, section: number): string | undefined {
  if (next?.kind !== 'prose' || next.section !== section) return undefined
  return sentences(next.text.slice(0, UNITS_READ))[0]
}

/** A list whose counterpart follows it (`A manager …:` – `A director …:`, `and still …:`) does not come alone. */
function withPairs(read: readonly Read[]): Read[] {
  return read.map((one, at) => {
    const [before, after] = [read[at - 1], read[at + 1]]
    const isBetween = one.unit.kind === 'list' && before?.announces === true && after?.announces === true
    if (!isBetween || after.section !== one.section) return one
    const goesOn = /^\p{Ll}/u.test(after.unit.text) || isParallel(before.unit.text, after.unit.text)
    return goesOn ? { ...one, announces: true } : one
  })
}

function weighPiece({ kind, text, bias }: Piece): number {
  if (kind === 'quote') return 5 + bias
  const lines = text.split('\n')
  const tooLong = text.length > LONG_LIST || lines.length > 9 ? 6 : 0
  if (kind === 'lines') return 0.5 + bias - tooLong
  const words = text.split(/\s+/).length / lines.length
  return (words >= 7 ? 3.5 : 2) + bias - tooLong
}

/** Gives the places that units need, and takes out what cannot stand. */
function link(read: readonly Read[]): Unit[] {
  const dropped = read.map(({ isDropped, leans, announces }, at) => {
    const next = read[at + 1]
    return isDropped || (leans && at === 0 && read.length === 0) || (announces && !next)
  })
  for (let isStable = false; !isStable; ) {
    isStable = true
    read.forEach(({ leans, announces, section }, at) => {
      if (dropped[at]) return
      const isAlone = announces && (dropped[at + 1] !== false || read[at + 1]?.section !== section)
      if (!isAlone && !(leans && at > 0 && dropped[at - 1])) return
      dropped[at] = true
      isStable = false
    })
  }
  const places = new Map<number, number>()
  read.forEach((_, at) => {
    if (!dropped[at]) places.set(at, places.size)
  })
  return read.flatMap(({ unit, leans, announces }, at) => {
    if (dropped[at]) return []
    const leansOn = leans && at > 0 ? (places.get(at - 1) ?? null) : null
    return [{ ...unit, leansOn, announces: announces ? (places.get(at + 1) ?? null) : null }]
  })
}
