import { type Anatomy, brokenOff } from './anatomy.ts'

const EXTENSION = 0x21
const IMAGE = 0x2c
const TRAILER = 0x3b
const GRAPHIC_CONTROL = 0xf9

/** GIF (89a §15–27): screen, then images and extensions made of sub-blocks, up to the trailer. */
export function anatomyOfGif(bytes: Buffer): Anatomy {
  const remarks: Buffer[] = []
  let frames = 0
  let at = 13 + tableLength(bytes[10])
  while (at < bytes.length) {
    const mark = bytes[at]
    if (mark === TRAILER) return { remarks, trailer: bytes.subarray(at + 1), frames, isWhole: frames > 0 }
    if (mark === EXTENSION) {
      const end = afterSubBlocks(bytes, at + 2)
      if (end === null) return brokenOff(remarks, frames)
      if (bytes[at + 1] !== GRAPHIC_CONTROL) remarks.push(bytes.subarray(at + 2, end))
      at = end
    } else if (mark === IMAGE) {
      frames += 1
      const end = afterSubBlocks(bytes, at + 11 + tableLength(bytes[at + 9]))
      if (end === null) return brokenOff(remarks, frames)
      at = end
    } else break
  }
  // Some programs leave the trailer away.
  return { remarks, trailer: bytes.subarray(at), frames, isWhole: frames > 0 }
}

/** Bytes of the colour table that the packed fields announce. */
function tableLength(packed = 0): number {
  return packed & 0x80 ? 3 << ((packed & 0x07) + 1) : 0
}

function afterSubBlocks(bytes: Buffer, from: number): number | null {
  for (let at = from; at < bytes.length; ) {
    const length = bytes.readUInt8(at)
    at += 1 + length
    if (length === 0) return at
  }
  return null
}
