/** Whether a file is a picture that Galley takes. The one answer for uploads and for content files. */
import { createHash } from 'node:crypto'
import type { Anatomy } from './anatomy/anatomy.ts'
import { anatomyOfAvif } from './anatomy/avif.ts'
import { anatomyOfGif } from './anatomy/gif.ts'
import { anatomyOfJpeg } from './anatomy/jpeg.ts'
import { anatomyOfPng } from './anatomy/png.ts'
import { anatomyOfWebp } from './anatomy/webp.ts'
import { type Header, inTurn, readHeader, readToTheEnd } from './decode.ts'
import { KINDS, type Kind, kindOf } from './kind.ts'
import { MAX_BYTES, MAX_FRAMES, MAX_PIXELS, MAX_PIXELS_AT_ONCE, MAX_SIDE } from './limits.ts'
import { smuggled } from './smuggled.ts'

export type Examined = {
  kind: Kind
  mimetype: string
  /** Upright, in pixels. */
  width: number
  height: number
  /** Of the bytes; sha256, hexadecimal. */
  hash: string
}

/** `fault`: the end of a sentence that begins with the file's name; says what is wrong and what to do. */
export type Examination = { picture: Examined } | { fault: string }

const ANATOMIES: { [kind in Kind]: (bytes: Buffer) => Anatomy } = {
  jpeg: anatomyOfJpeg,
  png: anatomyOfPng,
  webp: anatomyOfWebp,
  gif: anatomyOfGif,
  avif: anatomyOfAvif,
}

const examined = new WeakMap<Buffer, Promise<Examination>>()
/** Pictures that were fine, by hash: an import reads a file once to examine it and once more to store it. */
const known = new Map<string, Examination>()
const MOST_KNOWN = 1_000

/**
 * Examines the bytes of a file, and reads the picture to its end. Do it before a transaction begins: the same
 * bytes are examined once, and whoever asks again (the hook that guards every way in) gets the answer at once.
 */
export function examine(bytes: Buffer): Promise<Examination> {
  const examination = examined.get(bytes) ?? examineNow(bytes)
  examined.set(bytes, examination)
  return examination
}

async function examineNow(bytes: Buffer): Promise<Examination> {
  if (bytes.length > MAX_BYTES) return { fault: bytesFault(bytes.length) }
  const hash = contentHash(bytes)
  const before = known.get(hash)
  if (before) return before
  const outside = fromOutside(bytes)
  const inside = 'fault' in outside ? outside : await inTurn(() => fromInside(bytes, outside.kind))
  if ('fault' in inside) return inside
  const examination = { picture: { ...inside, hash } }
  known.set(hash, examination)
  for (const oldest of known.keys()) {
    if (known.size <= MOST_KNOWN) break
    known.delete(oldest)
  }
  return examination
}

/** What can be said once the picture is opened. */
async function fromInside(bytes: Buffer, kind: Kind): Promise<Omit<Examined, 'hash'> | { fault: string }> {
  const header = await readHeader(bytes).catch(broken)
  if ('fault' in header) return header
  if (header.kind !== kind)
    return { fault: `is not the ${kind.toUpperCase()} that it begins as. ${SAVE_ANEW}` }
  const tooLarge = sizeFault(header)
  if (tooLarge) return { fault: tooLarge }
  const damage = await readToTheEnd(bytes).catch(broken)
  const { width, height } = header
  return damage ?? { kind, mimetype: KINDS[kind].mimetype, width, height }
}

/** What tells pictures apart: sha256 of the file, hexadecimal. */
export function contentHash(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** What can be said without opening the picture. Pure. */
function fromOutside(bytes: Buffer): { kind: Kind } | { fault: string } {
  const named = kindOf(bytes)
  if ('fault' in named) return named
  const anatomy = ANATOMIES[named.kind](bytes)
  if (!anatomy.isWhole) {
    return { fault: 'is cut off: the file ends before the picture does. Fetch or export it again' }
  }
  if (anatomy.frames > MAX_FRAMES) {
    return {
      fault: `is an animation of ${count(anatomy.frames)} frames; the most is ${count(MAX_FRAMES)}, and only the first is shown: save that one as a picture`,
    }
  }
  const hidden = smuggled(named.kind, anatomy)
  return hidden ? { fault: hidden } : named
}

/** For a file of this many bytes, which is too large to be read. */
export function bytesFault(size: number): string {
  return `has ${(size / 1e6).toFixed(1)} MB; the most is ${MAX_BYTES / 1e6}: make it smaller`
}

function sizeFault({ width, height, isReadWhole }: Header): string | null {
  const said = `has ${count(width)} × ${count(height)} pixels`
  if (width > MAX_SIDE || height > MAX_SIDE)
    return `${said}; a side may have ${count(MAX_SIDE)}: make it smaller`
  const most = isReadWhole ? MAX_PIXELS_AT_ONCE : MAX_PIXELS
  if (width * height <= most) return null
  const kind = isReadWhole ? ' for a picture of this kind (WebP, AVIF, progressive or interlaced)' : ''
  return `${said}; the most${kind} is ${most / 1e6} million: make it smaller`
}

const SAVE_ANEW = 'Open it in an image program and save it as a new file'

function broken(error: unknown): { fault: string } {
  const reason = (error instanceof Error ? error.message : String(error)).split('\n')[0]?.trim()
  return { fault: `is broken and cannot be read to its end (${reason}). ${SAVE_ANEW}, or fetch it again` }
}

function count(value: number): string {
  return value.toLocaleString('en')
}
