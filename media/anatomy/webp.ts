import { type Anatomy, brokenOff } from './anatomy.ts'

const PIXELS = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF'])

/** WebP (RFC 9649 §2): a RIFF file of chunks, each with its type and length, padded to an even one. */
export function anatomyOfWebp(bytes: Buffer): Anatomy {
  const remarks: Buffer[] = []
  let frames = 0
  const end = 8 + bytes.readUInt32LE(4)
  if (end > bytes.length) return brokenOff(remarks, 1)
  for (let at = 12; at + 8 <= end; ) {
    const type = bytes.toString('latin1', at, at + 4)
    const length = bytes.readUInt32LE(at + 4)
    if (at + 8 + length > end) return brokenOff(remarks, frames || 1)
    if (type === 'ANMF') frames += 1
    if (!PIXELS.has(type)) remarks.push(bytes.subarray(at + 8, at + 8 + length))
    at += 8 + length + (length % 2)
  }
  return { remarks, trailer: bytes.subarray(end), frames: frames || 1, isWhole: true }
}
