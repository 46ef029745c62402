/** A picture that a content file names: there, inside the content folder, and a picture. */
import { createHash } from 'node:crypto'
import { readFile, realpath, stat } from 'node:fs/promises'
import path from 'node:path'

export type PictureFile = {
  /** Absolute, links resolved. */
  file: string
  name: string
  mimetype: string
  size: number
  /** Of the bytes; sha256, hexadecimal. */
  hash: string
}

const MOST_BYTES = 25_000_000

/** Looks at the picture `src` of the content file `file`. The fault is a sentence that says what to do. */
export async function examinePicture(
  src: string,
  { file, root }: { file: string; root: string },
): Promise<{ picture: PictureFile } | { fault: string }> {
  const named = `the picture "${src}"`
  if (path.isAbsolute(src))
    return { fault: `${named} must be a path that begins at this file, such as ../images/a.jpg` }
  const place = await realpath(path.resolve(path.dirname(file), src)).catch(() => null)
  if (place === null) return { fault: `${named} is not there: put the file there or correct the path` }
  const inside = path.relative(await realpath(root), place)
  if (inside.startsWith('..') || path.isAbsolute(inside)) {
    return { fault: `${named} is outside the content folder: copy it into its images folder` }
  }
  const stats = await stat(place)
  if (!stats.isFile()) return { fault: `${named} is not a file: name a file` }
  if (stats.size > MOST_BYTES) {
    return {
      fault: `${named} has ${Math.round(stats.size / 1e6)} MB; the most is ${MOST_BYTES / 1e6}: make it smaller`,
    }
  }
  const bytes = await readFile(place)
  const mimetype = mimeOf(bytes)
  if (!mimetype) return { fault: `${named} is no JPEG, PNG, WebP, GIF or AVIF: convert it` }
  const hash = contentHash(bytes)
  return { picture: { file: place, name: path.basename(place), mimetype, size: bytes.length, hash } }
}

/** What tells pictures apart. */
export function contentHash(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** By the first bytes, not by the name. */
function mimeOf(bytes: Buffer): string | undefined {
  const head = bytes.toString('latin1', 0, 12)
  if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg'
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png'
  if (head.startsWith('GIF87a') || head.startsWith('GIF89a')) return 'image/gif'
  if (head.startsWith('RIFF') && head.endsWith('WEBP')) return 'image/webp'
  if (/^.{4}ftypavi[fs]/s.test(head)) return 'image/avif'
  return undefined
}
