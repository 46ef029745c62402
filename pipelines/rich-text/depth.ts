/** How deep a text's lists, quotes and directives lie in each other: what parses them takes the square of it, or its stack. */
import { containerNames } from './dialect.ts'

/** Of any of them. Nobody writes a tenth of it by hand. */
export const DEEPEST = 100

/** Markers of quotes and list items, one more than may be. */
const MARKERS = new RegExp(`^(?:[ \\t]*(?:>|(?:[-+*]|\\d{1,9}[.)])(?=[ \\t]|$))){1,${DEEPEST + 1}}`)
const OPENING = new RegExp(`^[ \\t]*(:{3,})(?:${containerNames.join('|')})(?![a-z-])`)
const CLOSING = /^[ \t]*(:{3,})[ \t]*$/

/**
 * The first line that lies deeper than `DEEPEST`, counted from 0; null when none does. By the look of each line: code
 * that looks like it counts too.
 */
export function tooDeepLine(markdown: string): number | null {
  const lines = markdown.split('\n')
  const open: number[] = []
  const index = lines.findIndex((line) => {
    const markers = MARKERS.exec(line)?.[0] ?? ''
    const rest = line.slice(markers.length)
    const opening = OPENING.exec(rest)?.[1]
    if (opening) open.push(opening.length)
    const closing = CLOSING.exec(rest)?.[1]
    // It ends the outermost that it is long enough for, and whatever lies within.
    const ended = closing ? open.findIndex((length) => length <= closing.length) : -1
    if (ended !== -1) open.length = ended
    return open.length > DEEPEST || (levelsOf(markers) > DEEPEST && !isRule(line))
  })
  return index === -1 ? null : index
}

/** At most: a line goes on in a list item by two columns at least, and in a quote by its marker. */
function levelsOf(markers: string): number {
  const count = markers.match(/>|[-+*]|\d+/g)?.length ?? 0
  const columns = markers.replaceAll('\t', '    ').match(/ /g)?.length ?? 0
  return Math.max(count, (count + columns) / 2)
}

/** `- - - -` is a rule, however long. */
function isRule(line: string): boolean {
  const characters = line.replace(/[ \t]/g, '')
  const [first = ''] = characters
  return '-*'.includes(first) && characters === first.repeat(characters.length)
}
