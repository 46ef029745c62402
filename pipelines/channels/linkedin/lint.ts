/** What a careful colleague would mark in a post before it goes out. Pure; for generated and for edited texts. */

import { shorten } from '../../text/cut.ts'
import { sentences } from '../../text/sentences.ts'
import { isOutOfPlace } from './clean.ts'
import { COMFORTABLE_UNITS, HOOK_UNITS, POST_UNITS } from './limits.ts'
import { toKey } from './plain.ts'

/** How a post has to end, and what it is called; all of it may be left out. */
export type Expected = {
  title?: string
  link?: string
  hashtags?: readonly string[]
  isQuestionHook?: boolean
}

/** Of a line, in a warning. */
const SHOWN_UNITS = 50

const bullet = /^\s*(?:[•☑☐▪▫🔹✅]|\d+\.)\s*/u

/** The faults of a post as sentences for its editor; empty when there is none. `text`: the paste text. */
export function lint(text: string, expected: Expected = {}): string[] {
  const body = withoutEnding(text, expected)
  return [
    ...lintLength(text),
    ...lintHook(body, expected),
    ...lintMarkup(body),
    ...lintSense(body),
    ...lintEnding(text, expected),
  ]
}

function withoutEnding(text: string, { link = '', hashtags = [] }: Expected): string {
  let body = text
  const tags = hashtags.join(' ')
  if (tags !== '' && body.endsWith(tags)) body = body.slice(0, -tags.length).trimEnd()
  if (link !== '' && body.endsWith(link)) body = body.slice(0, -link.length).trimEnd()
  return body
}

function lintLength(text: string): string[] {
  if (text.length > POST_UNITS) return [`${text.length} characters: LinkedIn takes at most ${POST_UNITS}`]
  return text.length > COMFORTABLE_UNITS
    ? [`${text.length} characters: more than ${COMFORTABLE_UNITS} is a risk`]
    : []
}

function lintHook(body: string, { title = '', isQuestionHook = false }: Expected): string[] {
  const [hook = ''] = body.split('\n')
  const faults: string[] = []
  if (hook.trim() === '') faults.push('The first line is empty')
  if (hook.length > HOOK_UNITS)
    faults.push(`The first line has ${hook.length} characters: phones show ${HOOK_UNITS}`)
  if (/…$|\.\.\.$/.test(hook)) faults.push('The first line is cut')
  if (title !== '' && !isQuestionHook && toKey(hook) === toKey(title))
    faults.push('The first line only repeats the title')
  return faults
}

function lintMarkup(body: string): string[] {
  const faults: string[] = []
  if (/(?<![\w*])\*\*\S|^#{1,6}\s|^\s*[-*+]\s|\[[^\]\n]+\]\(https?:|`[^`\n]+`|^>\s/m.test(body))
    faults.push('Markdown shows as it is: LinkedIn knows none')
  if (/<\/?[a-z][^>\n]*>/i.test(body)) faults.push('HTML shows as it is')
  if (body.includes('\\')) faults.push('A backslash may swallow the character after it')
  if (/[\u{1D400}-\u{1D7FF}]/u.test(body))
    faults.push('Letters that imitate bold cannot be read aloud or searched')
  if (/[^\n\u2003] {2,}|[ \t]$/m.test(body)) faults.push('Two spaces, or a space at the end of a line')
  if (/\n{3,}/.test(body)) faults.push('More than one blank line')
  if (/\p{L} [,;](?:\s|$)/mu.test(body)) faults.push('A space before a comma')
  return faults
}

function lintSense(body: string): string[] {
  const lines = body.split('\n').filter((line) => line.trim() !== '')
  const faults: string[] = []
  const keys = lines.map(toKey).filter((key) => key.length > 3)
  if (new Set(keys).size < keys.length) faults.push('A line stands there twice')
  lines.forEach((line, at) => {
    const next = lines[at + 1]
    if (!/[:：]$/.test(line)) return
    if (next === undefined) faults.push(`Nothing follows “${ending(line)}”`)
    else if (bullet.test(line) && !bullet.test(next)) faults.push(`Nothing follows “${ending(line)}”`)
  })
  for (const line of lines) {
    if (/[,;–—]$|\s(?:and|or|but|und|oder)$/i.test(line) && !bullet.test(line))
      faults.push(`“${ending(line)}” is not finished`)
    const straight = line.replace(/\d"/g, '').split('"').length - 1
    const curly = [line.split('“').length, line.split('”').length]
    if (straight % 2 === 1 || (curly[0] !== curly[1] && !line.includes('„')))
      faults.push(`A quotation mark stands alone: “${ending(line).replace(/["“”]/g, '')}”`)
    if (sentences(line.slice(0, POST_UNITS)).some((sentence) => isOutOfPlace(sentence, [])))
      faults.push(`“${ending(line)}” speaks of the page, or advertises`)
  }
  return faults
}

function lintEnding(text: string, { link = '', hashtags = [] }: Expected): string[] {
  const wanted = [link, hashtags.join(' ')].filter((part) => part !== '').join('\n\n')
  return wanted === '' || text.endsWith(wanted) ? [] : ['The link or the hashtags are not at the end']
}

/** The last words of a line, enough to find it. */
function ending(line: string): string {
  if (line.length <= SHOWN_UNITS) return line
  const space = line.indexOf(' ', line.length - SHOWN_UNITS)
  return space < 0 ? shorten(line, SHOWN_UNITS) : `…${line.slice(space)}`
}
