/** Bytes of a content file → its front matter and the Markdown below, each with the line it begins on. */
import { isUtf8 } from 'node:buffer'
import type { Problem } from './problem.ts'

export type Parts = { yaml: string; yamlLine: number; markdown: string; markdownLine: number }

const LINE_FEED = 0x0a

/** A byte order mark and CRLF are taken as if they were not there. */
export function split(bytes: Buffer): { parts: Parts } | { problem: Problem } {
  if (!isUtf8(bytes)) {
    return {
      problem: { line: firstBadLine(bytes), message: 'these bytes are not UTF-8: save the file as UTF-8' },
    }
  }
  const lines = bytes
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n')
  if (lines[0]?.trimEnd() !== '---') {
    const message =
      'there is no front matter: the first line must be "---", then keys such as "type: article", then "---"'
    return { problem: { line: 1, message } }
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

function firstBadLine(bytes: Buffer): number {
  let start = 0
  for (let line = 1; ; line++) {
    const end = bytes.indexOf(LINE_FEED, start)
    if (end === -1 || !isUtf8(bytes.subarray(start, end))) return line
    start = end + 1
  }
}
