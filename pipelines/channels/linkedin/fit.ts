/** Cutting a post that is too long, always between two sentences. */
import { shorten } from '../../text/cut.ts'
import { sentences } from '../../text/sentences.ts'
import { type Passage, tidy, withoutLeadIn } from './passages.ts'

/** Where this much of the room is used, ending with a passage or a section looks better than filling up. */
const ENOUGH = 0.6

/** Passages as text: one blank line apart. */
export function toText(passages: readonly Passage[]): string {
  return passages.map(({ text }) => text).join('\n\n')
}

/**
 * The beginning of a post that has at most `room` UTF-16 units: up to the end of a section or a passage when
 * that uses 60 % of the room, else up to a sentence or a list's line. Only a single sentence longer than the
 * room is cut within, at a grapheme, with `…`.
 */
export function fitPassages(passages: readonly Passage[], room: number): Passage[] {
  const whole = takeWhole(passages, room)
  if (whole.length === passages.length) return whole
  if (toText(whole).length >= room * ENOUGH) {
    const section = whole.slice(
      0,
      Math.max(
        0,
        whole.findLastIndex(({ kind }) => kind === 'heading'),
      ),
    )
    return toText(section).length >= room * ENOUGH ? closed(section) : closed(whole)
  }
  const next = passages[whole.length]
  const free = room - toText(whole).length - (whole.length > 0 ? 2 : 0)
  const part = next ? takePart(next, free) : ''
  if (next && part !== '') return closed([...whole, { ...next, text: part }])
  if (next && closed(whole).length < 2)
    return [...whole, { ...next, text: shorten(next.text, free) }].filter(({ text }) => text !== '')
  return closed(whole)
}

function takeWhole(passages: readonly Passage[], room: number): Passage[] {
  let used = 0
  const tooMuch = passages.findIndex(({ text }, index) => {
    used += text.length + (index > 0 ? 2 : 0)
    return used > room
  })
  return tooMuch < 0 ? [...passages] : passages.slice(0, tooMuch)
}

function takePart({ kind, text }: Passage, room: number): string {
  if (kind === 'quote' || kind === 'heading') return ''
  // A sentence that the slice truncates ends beyond the room.
  const ends: number[] = []
  let at = 0
  for (const piece of kind === 'prose' ? sentences(text.slice(0, room + 1000)) : text.split('\n')) {
    at = text.indexOf(piece, at) + piece.length
    if (at <= room) ends.push(at)
  }
  return text.slice(0, ends.at(-1) ?? 0)
}

/** Without a heading or an announcement at the end that nothing follows any more. */
function closed(passages: readonly Passage[]): Passage[] {
  const kept = tidy(passages)
  const last = kept.at(-1)
  if (last?.kind !== 'prose') return kept
  const text = withoutLeadIn(last.text)
  if (text === last.text) return kept
  return closed([...kept.slice(0, -1), { ...last, text }])
}
