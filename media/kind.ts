/** What a file is, by its first bytes: neither its name nor what the sender says about it counts. Pure. */

export type Kind = 'jpeg' | 'png' | 'webp' | 'gif' | 'avif'

/** `extensions`: the first is given to files that have none of them. */
export const KINDS: { [kind in Kind]: { mimetype: string; extensions: string[] } } = {
  jpeg: { mimetype: 'image/jpeg', extensions: ['jpg', 'jpeg'] },
  png: { mimetype: 'image/png', extensions: ['png'] },
  webp: { mimetype: 'image/webp', extensions: ['webp'] },
  gif: { mimetype: 'image/gif', extensions: ['gif'] },
  avif: { mimetype: 'image/avif', extensions: ['avif'] },
}

const TAKEN = 'JPEG, PNG, WebP, GIF or AVIF'

/** The kind, or a clause that says what the file is instead and what to do. */
export function kindOf(bytes: Buffer): { kind: Kind } | { fault: string } {
  const head = bytes.toString('latin1', 0, 64)
  if (head.startsWith('\xff\xd8\xff')) return { kind: 'jpeg' }
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return { kind: 'png' }
  if (/^GIF8[79]a/.test(head)) return { kind: 'gif' }
  if (/^RIFF.{4}WEBP/s.test(head)) return { kind: 'webp' }
  if (/^.{4}ftypavi[fs]/s.test(head)) return { kind: 'avif' }
  if (bytes.length === 0) return { fault: 'is empty: send it again' }
  if (isSvg(bytes)) return { fault: 'is an SVG drawing, which can hold scripts: export it as PNG or WebP' }
  const isText = /^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\0]*</.test(head)
  const sign = OTHERS.find(({ at = 0, is }) => is.some((start) => head.startsWith(start, at)))
  const other = isText ? 'a web page or another text, no picture' : sign?.what
  return { fault: other ? `is ${other}: convert it to ${TAKEN}` : `is no ${TAKEN}: convert it` }
}

/** An SVG may begin with an XML declaration, comments or a document type of any length. */
function isSvg(bytes: Buffer): boolean {
  const start = bytes.toString('latin1', 0, 4096).replaceAll('\0', '')
  return /^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*</.test(start) && /<([\w-]+:)?svg[\s/>]/i.test(start)
}

type Sign = { at?: number; is: string[]; what: string }

const FTYP = 4

/** `is`: the bytes at `at` (0), as Latin-1. The first that fits. */
const OTHERS: Sign[] = [
  {
    at: FTYP,
    is: ['ftyphei', 'ftyphev', 'ftypmif', 'ftypmsf'],
    what: 'a HEIC photo',
  },
  { at: FTYP, is: ['ftyp'], what: 'a video' },
  { at: FTYP, is: ['JXL '], what: 'a JPEG XL' },
  { at: FTYP, is: ['jP  '], what: 'a JPEG 2000' },
  { is: ['\x1a\x45\xdf\xa3'], what: 'a video' },
  { is: ['II*\0', 'MM\0*'], what: 'a TIFF or a camera’s raw photo' },
  { is: ['BM'], what: 'a BMP' },
  { is: ['\0\0\x01\0', '\0\0\x02\0'], what: 'an icon file' },
  { is: ['8BPS'], what: 'a Photoshop document' },
  { is: ['\xff\x0a'], what: 'a JPEG XL' },
  { is: ['%PDF-'], what: 'a PDF' },
  { is: ['%!PS'], what: 'a PostScript drawing' },
  { is: ['PK\x03\x04'], what: 'an archive or an office document' },
]
