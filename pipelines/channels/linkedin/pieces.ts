/** A body as pieces to choose from: headings become what they are good for (the name of a list), then go. */
import { sentences } from '../../text/sentences.ts'
import type { Passage } from './passages.ts'

export type Piece = Omit<Passage, 'kind' | 'level'> & {
  kind: Exclude<Passage['kind'], 'heading'>
  /** What stands directly above it, when that is a heading. */
  heading: string
  /** Number of its section. */
  section: number
  /** Added to its weight. */
  bias: number
}

type Section = { heading: string; level: number; passages: Passage[] }

const FEWEST_HEADINGS = 3
const MOST_HEADINGS = 8
const LIST_UNITS = 700
const numbered =
  /^(?:(?:mistake|step|tip|reason|rule|myth|lesson|question|point|way|sign)s?\s*)?\d+\s*[.:)–-]\s*/iu

/**
 * The pieces of a body in order. Three headings or more in a row under one heading, or numbered ones, become a list
 * of their own (`Common mistakes:` • …); what they head weighs less then.
 *
 * @param isLeftOut says of a heading that its whole section goes
 */
export function toPieces(passages: readonly Passage[], isLeftOut: (heading: string) => boolean): Piece[] {
  const sections = toSections(passages)
  const kept = sections.filter(({ heading }) => heading === '' || !isLeftOut(heading))
  const pieces: Piece[] = []
  for (let at = 0; at < kept.length; at += 1) {
    const section = kept[at] as Section
    const row = toRow(kept, at)
    if (row.length > 0 && numbered.test(section.heading)) {
      pieces.push(...toListOfRow('', row, at))
      at += row.length - 1
      continue
    }
    pieces.push(...toOwn(section, at))
    const children = toChildren(kept, at)
    if (children.length === 0) continue
    pieces.push(...toListOfRow(section.heading, children, at))
    at += children.length
  }
  return pieces
}

function toSections(passages: readonly Passage[]): Section[] {
  const sections: Section[] = [{ heading: '', level: 0, passages: [] }]
  for (const passage of passages) {
    if (passage.kind === 'heading')
      sections.push({ heading: passage.text, level: passage.level, passages: [] })
    else sections.at(-1)?.passages.push(passage)
  }
  return sections
}

function toOwn({ heading, passages }: Section, section: number, bias = 0): Piece[] {
  return passages.map(({ kind, text }, index) => ({
    kind: kind as Piece['kind'],
    text,
    heading: index === 0 ? heading : '',
    section,
    bias,
  }))
}

/** The sections right below this one that are one level deeper, when there are enough of them. */
function toChildren(sections: readonly Section[], at: number): Section[] {
  const { level, heading } = sections[at] as Section
  if (heading === '') return []
  const rest = sections.slice(at + 1)
  const end = rest.findIndex((other) => other.level <= level)
  const children = end < 0 ? rest : rest.slice(0, end)
  return children.length >= FEWEST_HEADINGS && children.length <= MOST_HEADINGS ? children : []
}

/** Numbered sections of one level that follow each other, from this one on. */
function toRow(sections: readonly Section[], at: number): Section[] {
  const { level } = sections[at] as Section
  const end = sections.findIndex(
    (other, index) => index >= at && !(other.level === level && numbered.test(other.heading)),
  )
  const row = sections.slice(at, end < 0 ? undefined : end)
  return row.length >= FEWEST_HEADINGS && row.length <= MOST_HEADINGS ? row : []
}

/** Headings as a list. Questions take the first sentence of their answer along, and leave no more behind. */
function toListOfRow(heading: string, sections: readonly Section[], section: number): Piece[] {
  const names = sections.map((one) => one.heading.replace(numbered, ''))
  const areQuestions = names.every((name) => /[?？]$/.test(name))
  const words = names.map((name) => name.split(/\s+/).length)
  const areClaims = words.reduce((sum, count) => sum + count, 0) / words.length >= 4
  const rest = sections.flatMap((one) => toOwn(one, section, -1.5))
  if (!areClaims && !areQuestions) return rest
  const lines = names.map((name, index) => {
    const first = sections[index]?.passages.find(({ kind }) => kind === 'prose')?.text ?? ''
    const answer = areQuestions ? (sentences(first)[0] ?? '') : ''
    const mark = areQuestions ? `${index + 1}.` : '•'
    return `${mark} ${name}${answer === '' ? '' : ` ${answer}`}`
  })
  const text = lines.join('\n')
  if (text.length > LIST_UNITS) return rest
  const list: Piece = { kind: 'list', text, heading, section, bias: 2 }
  const last = areQuestions ? (sections.at(-1)?.passages ?? []).slice(1) : []
  return areQuestions ? [list, ...toOwn({ heading: '', level: 0, passages: last }, section)] : [list, ...rest]
}
