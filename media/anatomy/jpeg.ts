import { type Anatomy, brokenOff } from './anatomy.ts'

const EOI = 0xd9
const SOS = 0xda

/** JPEG (ITU-T T.81 §B.1): marked segments, each scan followed by its bits, up to EOI. */
export function anatomyOfJpeg(bytes: Buffer): Anatomy {
  const remarks: Buffer[] = []
  let at = 2
  while (at !== -1) {
    at = nextMarker(bytes, at)
    if (at === -1) break
    const marker = bytes.readUInt8(at + 1)
    if (marker === EOI) return { remarks, trailer: bytes.subarray(at + 2), frames: 1, isWhole: true }
    // SOI, TEM: no length follows.
    if (marker === 0xd8 || marker === 0x01) {
      at += 2
      continue
    }
    if (at + 4 > bytes.length) break
    const end = at + 2 + bytes.readUInt16BE(at + 2)
    const isRemark = (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe
    if (isRemark) remarks.push(bytes.subarray(at + 4, end))
    at = marker === SOS ? nextMarker(bytes, end) : end
  }
  return brokenOff(remarks, 1)
}

/** Where the next marker is; stuffed zeros, restart markers and fill bytes are none. -1: nowhere. */
function nextMarker(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1]
    if (next === undefined) return -1
    const isRestart = next >= 0xd0 && next <= 0xd7
    if (next !== 0x00 && next !== 0xff && !isRestart) return at
  }
  return -1
}
