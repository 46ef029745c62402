import { type Anatomy, brokenOff } from './anatomy.ts'

/** AVIF (ISO/IEC 14496-12 §4.2): boxes of length and type, the picture's bits in `mdat`. */
export function anatomyOfAvif(bytes: Buffer): Anatomy {
  const remarks: Buffer[] = []
  const seen = new Set<string>()
  let at = 0
  while (at + 8 <= bytes.length) {
    const type = bytes.toString('latin1', at + 4, at + 8)
    const length = lengthOf(bytes, at)
    if (!/^[\w ]{4}$/.test(type) || length < 8 || at + length > bytes.length) break
    seen.add(type)
    if (type !== 'mdat') remarks.push(bytes.subarray(at + 8, at + length))
    at += length
  }
  const hasPicture = seen.has('meta') && (seen.has('mdat') || seen.has('idat'))
  if (!hasPicture) return brokenOff(remarks, 1)
  return { remarks, trailer: bytes.subarray(at), frames: 1, isWhole: true }
}

/** 0 stands for "to the end", 1 for a length of 64 bits after the type. */
function lengthOf(bytes: Buffer, at: number): number {
  const length = bytes.readUInt32BE(at)
  if (length === 0) return bytes.length - at
  if (length !== 1) return length
  return at + 16 <= bytes.length ? Number(bytes.readBigUInt64BE(at + 8)) : 0
}
