/** Bytes of a content file → its front matter and the Markdown below, each with the line it begins on. */
import { isUtf8 } from 'node:buffer'
import type { Problem } from './problem.ts'

export type Parts = { yaml: string; yamlLine: number; markdown: string; markdownLine: number }

const LINE_FEED = 0x0a

/** For telling a file that is no content from one with a mistake. */
export const NO_FRONT_MATTER =
  'there is no front matter: the first line must be "---", then keys such as "type: article", then "---"'

/** A byte order mark and CRLF are taken as if they were not there. */
export function split(bytes: Buffer): { parts: Parts } | { problem: Problem } {
  if (!isUtf8(bytes)) {
    return {
      problem: { line: firstBadLine(bytes), message: 'these bytes are not UTF-8: save the file as UTF-8' },
    }
  }
  if (bytes.length === 0)
    return { problem: { line: 1, message: 'the file is empty: write it, or delete it' } }
  const control = firstControl(bytes)
  if (control) {
    const name = control.byte === 0 ? 'a NUL character' : `the control character U+${hex(control.byte)}`
    return {
      problem: { line: control.line, message: `there is ${name} here, which no text can hold: delete it` },
    }
  }
  const lines = bytes
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n')
  if (lines[0]?.trimEnd() !== '---') {
    return { problem: { line: 1, message: NO_FRONT_MATTER } }
  }
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---')
  if (end === -1) {
    return { problem: { line: 1, message: 'the front matter is never closed: end it with a line "---"' } }
  }
  return {
    parts: {
      yaml: `${lines.slice(1, end).join('\n')}\n`,
      yamlLine: 2,
      markdown: lines.slice(end + 1).join('\n'),
      markdownLine: end + 2,
    },
  }
}

/** All but tab, line feed and carriage return: XML and browsers refuse them, so that an import would drop them. */
function firstControl(bytes: Buffer): { byte: number; line: number } | undefined {
  const at = bytes.findIndex((byte) => byte < 0x20 && byte !== 0x09 && byte !== LINE_FEED && byte !== 0x0d)
  const byte = bytes[at]
  if (byte === undefined) return undefined
  // Lines may end in CR, LF or both.
  return { byte, line: bytes.toString('utf8', 0, at).split(/\r\n?|\n/).length }
}

const hex = (byte: number) => byte.toString(16).toUpperCase().padStart(4, '0')

function firstBadLine(bytes: Buffer): number {
  let start = 0
  for (let line = 1; ; line++) {
    const end = bytes.indexOf(LINE_FEED, start)
    if (end === -1 || !isUtf8(bytes.subarray(start, end))) return line
    start = end + 1
  }
}
