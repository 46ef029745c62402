/** Opens pictures. Beside renditions.ts the only module that imports sharp. */
import PQueue from 'p-queue'
import sharp, { type Sharp } from 'sharp'
import type { Kind } from './kind.ts'
import { MAX_DECODING_SECONDS, MAX_PIXELS } from './limits.ts'

/** A decoded picture may need hundreds of megabytes: however many come at once, two are open. */
const open = new PQueue({ concurrency: 2 })

/** Waits for a place, then does the work. Never call it from within itself. */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  return open.add(work)
}

/** The first frame; refuses what is damaged or larger than allowed. */
export function openPicture(bytes: Buffer, failOn: 'warning' | 'error' = 'error'): Sharp {
  return sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn, sequentialRead: true }).timeout({
    seconds: MAX_DECODING_SECONDS,
  })
}

export type Header = {
  /** Null: of no kind that Galley takes. */
  kind: Kind | null
  /** Pixels of the first frame, upright. */
  width: number
  height: number
  /** Its rows cannot be read one after the other: decoding it takes memory for all of it. */
  isReadWhole: boolean
}

/**
 * What the file says of itself. Reads the header only: costs no memory, however large the picture claims to be.
 * @throws when there is none that can be read.
 */
export async function readHeader(bytes: Buffer): Promise<Header> {
  const { format, compression, autoOrient, isProgressive } = await sharp(bytes, {
    limitInputPixels: false,
  }).metadata()
  const kind = KIND_BY_FORMAT[`${format} ${compression ?? ''}`.trim()] ?? null
  return {
    kind,
    isReadWhole: isProgressive || kind === 'webp' || kind === 'avif',
    width: autoOrient.width,
    height: autoOrient.height,
  }
}

const KIND_BY_FORMAT: { [format: string]: Kind } = {
  jpeg: 'jpeg',
  png: 'png',
  webp: 'webp',
  gif: 'gif',
  'heif av1': 'avif',
}

/**
 * Reads the first frame to its end.
 * @throws when it is damaged, saying how.
 */
export async function readToTheEnd(bytes: Buffer): Promise<void> {
  // Small, so that what comes out costs nothing; every row of the picture is read for it.
  const read = (failOn: 'warning' | 'error') =>
    openPicture(bytes, failOn).resize(64, 64, { fit: 'fill' }).raw().toBuffer()
  try {
    await read('warning')
  } catch (error) {
    // Libjpeg only warns where half of a picture is missing, as it does about harmless oddities of cameras.
    if (/premature end|bad huffman|bad arithmetic/i.test(String(error))) throw error
    await read('error')
  }
}
