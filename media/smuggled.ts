/**
 * Files that are a picture to one program and something else to another. Decided so:
 *
 * - After the end of a PNG, GIF, WebP or AVIF nothing may stand but padding. A JPEG may go on, because cameras
 *   append a second picture or a short video to it (MPF, Ultra HDR, motion photos); there, as in comments and
 *   metadata, a web page, a program, an archive or a PDF is refused.
 * - The picture's own bits are not searched: they are compressed, a match would be chance, and nobody is sent
 *   them. Originals go to people who are signed in, with their type and `nosniff`; everybody else gets renditions,
 *   which are drawn anew from the pixels and hold no metadata.
 */
import type { Anatomy } from './anatomy/anatomy.ts'
import type { Kind } from './kind.ts'

const ACTIVE = /<script|<html[\s>]|<!doctype|<svg[\s>]|<iframe|<body[\s>]|<\?php|%pdf-\d/i

/** A ZIP's first file, and the end of its directory (APPNOTE.TXT §4.3.7, §4.3.16). */
const ARCHIVE = ['PK\x03\x04\x0a\0', 'PK\x03\x04\x14\0', 'PK\x03\x04\x2d\0', 'PK\x05\x06\0\0\0\0']

/** A clause that says what is hidden and what to do; null: nothing. Pure. */
export function smuggled(kind: Kind, { remarks, trailer }: Anatomy): string | null {
  const hidden = remarks.map(activeIn).find((found) => found !== null)
  if (hidden) return `has ${hidden} hidden in its comments. ${SAVE_ANEW}`
  const appended = activeIn(trailer)
  if (appended) return `has ${appended} hidden after its end. ${SAVE_ANEW}`
  if (kind === 'jpeg' || isPadding(trailer)) return null
  return `goes on for ${trailer.length} bytes after its end. ${SAVE_ANEW}`
}

const SAVE_ANEW = 'Open it in an image program and save it as a new file'

function activeIn(bytes: Buffer): string | null {
  const text = bytes.toString('latin1')
  if (ARCHIVE.some((mark) => text.includes(mark))) return 'an archive'
  const found = ACTIVE.exec(text)?.[0].trim().toLowerCase()
  if (!found) return null
  return found.startsWith('%pdf') ? 'a PDF' : `a web page or program (“${found}”)`
}

/** Zeros and white space. */
function isPadding(bytes: Buffer): boolean {
  return bytes.every((byte) => byte === 0 || byte === 0x20 || (byte >= 0x09 && byte <= 0x0d))
}
