import { type Anatomy, brokenOff } from './anatomy.ts'

const PIXELS = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'fdAT'])

/** PNG (W3C PNG 3rd edition §5): chunks of length, type, data and checksum, up to IEND. Animations (acTL) too. */
export function anatomyOfPng(bytes: Buffer): Anatomy {
  const remarks: Buffer[] = []
  let frames = 1
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at)
    const type = bytes.toString('latin1', at + 4, at + 8)
    const end = at + 12 + length
    if (end > bytes.length) break
    if (type === 'IEND') return { remarks, trailer: bytes.subarray(end), frames, isWhole: true }
    if (type === 'acTL' && length >= 4) frames = bytes.readUInt32BE(at + 8)
    if (!PIXELS.has(type)) remarks.push(bytes.subarray(at + 8, end - 4))
    at = end
  }
  return brokenOff(remarks, frames)
}
