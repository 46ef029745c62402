/** Texts with what was found marked. Pure: text in, safe HTML out. */
import type { Phrase } from './query.ts'
import { type Word, wordsOf } from './words.ts'

const ABOUT = 160
/** How much of a text is looked through for the best place. */
const FARTHEST = 50_000

type Span = { start: number; end: number; phrase: number }

/** The whole text, escaped, with `<mark>` around what was asked for. */
export function marked(text: string, phrases: readonly Phrase[]): string {
  return toHtml(text, 0, text.length, spansOf(text, wordsOf(text), phrases))
}

/** About 160 characters around the best place, escaped and marked; the beginning where nothing was found. */
export function snippetOf(whole: string, phrases: readonly Phrase[]): string {
  const text = whole.slice(0, FARTHEST)
  const words = wordsOf(text)
  const spans = spansOf(text, words, phrases)
  const best = bestOf(spans)
  const from = best === null ? 0 : startOf(words, best, text)
  const to = endOf(words, from, text)
  const inside = spans.filter(({ start, end }) => start >= from && end <= to)
  const html = toHtml(text, from, to, inside)
  return `${from > 0 ? '… ' : ''}${html}${to < whole.trimEnd().length ? ' …' : ''}`
}

function spansOf(text: string, words: readonly Word[], phrases: readonly Phrase[]): Span[] {
  const spans: Span[] = []
  const heads = new Map<string, number[]>()
  const begun = phrases.flatMap((phrase, index) =>
    phrase.isBegun && phrase.words.length === 1 ? [{ beginning: phrase.words[0] ?? '', index }] : [],
  )
  for (const [
    index,
    {
      words: [head = ''],
      isBegun,
      words: all,
    },
  ] of phrases.entries())
    if (!isBegun || all.length > 1) heads.set(head, [...(heads.get(head) ?? []), index])
  let last = 0
  for (const [at, { word, start }] of words.entries()) {
    if (start < last) continue
    const lengths = (heads.get(word) ?? []).flatMap((index): [number, number][] => {
      const phrase = phrases[index]
      return phrase && stands(phrase, words, at) ? [[phrase.words.length, index]] : []
    })
    for (const { beginning, index } of begun) if (word.startsWith(beginning)) lengths.push([1, index])
    const [longest] = lengths.sort(([a], [b]) => b - a)
    if (!longest) continue
    last = words[at + longest[0] - 1]?.end ?? text.length
    spans.push({ start, end: last, phrase: longest[1] })
  }
  return spans
}

const stands = ({ words, isBegun }: Phrase, text: readonly Word[], at: number) =>
  words.every((word, index) => {
    const found = text[at + index]?.word
    return isBegun && index === words.length - 1 ? found?.startsWith(word) === true : found === word
  })

/** The place with most different phrases near each other, the first of them. */
function bestOf(spans: readonly Span[]): number | null {
  let best: { start: number; score: number } | null = null
  let until = 0
  for (const [index, { start }] of spans.entries()) {
    until = Math.max(until, index)
    while ((spans[until]?.end ?? Number.POSITIVE_INFINITY) <= start + (ABOUT * 3) / 4) until += 1
    const near = spans.slice(index, Math.min(until, index + 20))
    const score = new Set(near.map(({ phrase }) => phrase)).size * 100 + near.length
    if (score > (best?.score ?? 0)) best = { start, score }
  }
  return best?.start ?? null
}

/** A beginning of a word, a little before what was found. */
function startOf(words: readonly Word[], found: number, text: string): number {
  if (text.length <= ABOUT) return 0
  const earliest = Math.min(found - ABOUT / 4, text.length - ABOUT)
  if (earliest <= 0) return 0
  return words.find(({ start }) => start >= earliest)?.start ?? 0
}

function endOf(words: readonly Word[], from: number, text: string): number {
  const latest = from + ABOUT
  if (text.length <= latest) return text.trimEnd().length
  let end = 0
  for (const word of words) {
    if (word.start < from) continue
    if (word.end > latest && end > 0) break
    end = word.end
  }
  // A word that is longer than all of it is cut, between characters.
  return end - from > ABOUT * 2 ? from + [...text.slice(from, latest)].slice(0, -1).join('').length : end
}

function toHtml(text: string, from: number, to: number, spans: readonly Span[]): string {
  let html = ''
  let last = from
  for (const { start, end } of spans) {
    html += `${escaped(text.slice(last, start))}<mark>${escaped(text.slice(start, end))}</mark>`
    last = end
  }
  return html + escaped(text.slice(last, to))
}

const ENTITIES: { [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escaped = (text: string) =>
  text.replace(/\s+/g, ' ').replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
