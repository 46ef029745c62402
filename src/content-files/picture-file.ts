/** A picture that a content file names: there, inside the content folder, and a picture. */
import { readFile, realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import { bytesFault, contentHash, examine } from '../../media/examine.ts'
import { MAX_BYTES } from '../../media/limits.ts'

export { contentHash }

export type PictureFile = {
  /** Absolute, links resolved. */
  file: string
  name: string
  mimetype: string
  size: number
  /** Of the bytes; sha256, hexadecimal. */
  hash: string
}

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
  if (stats.size > MAX_BYTES) return { fault: `${named} ${bytesFault(stats.size)}` }
  const bytes = await readFile(place)
  const examination = await examine(bytes)
  if ('fault' in examination) return { fault: `${named} ${examination.fault}` }
  const { mimetype, hash } = examination.picture
  return { picture: { file: place, name: path.basename(place), mimetype, size: bytes.length, hash } }
}
