/** Pictures for tests that no program would make: far too large, animated, with something hidden in them. */
import { crc32, deflateSync } from 'node:zlib'
import sharp, { type Sharp } from 'sharp'

/** One colour, not encoded yet. */
export function plain(width = 60, height = 40, background = '#c33'): Sharp {
  return sharp({ create: { width, height, channels: 3, background } })
}

/** Noise: pixels that do not compress. */
export function noise(width: number, height: number): Sharp {
  const gaussian = { type: 'gaussian', mean: 128, sigma: 40 } as const
  return sharp({ create: { width, height, channels: 3, background: '#888', noise: gaussian } })
}

/** A chunk of a PNG. */
export function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  checksum.writeUInt32BE(crc32(body) as number)
  return Buffer.concat([length, body, checksum])
}

/** A black and white PNG of this size, all zeros: a few hundred kilobytes for gigapixels. */
export function pngBomb(side: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header[8] = 1
  const rows = Buffer.alloc((Math.ceil(side / 8) + 1) * side)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** Puts a chunk behind the header of a PNG. */
export function withChunk(png: Buffer, type: string, data: Buffer): Buffer {
  return Buffer.concat([png.subarray(0, 33), chunk(type, data), png.subarray(33)])
}

/** Puts a segment behind the beginning of a JPEG. */
export function withSegment(jpeg: Buffer, marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(data.length + 2, 2)
  return Buffer.concat([jpeg.subarray(0, 2), head, data, jpeg.subarray(2)])
}

type Size = { width: number; height: number }

/** A GIF of frames of one pixel, red and blue in turn, on a canvas of this size. `claimed`: of each frame. */
export function gif(frames: number, canvas: Size, claimed: Size = { width: 1, height: 1 }): Buffer {
  const head = Buffer.from('GIF89a\0\0\0\0\x80\0\0\xff\0\0\0\0\xff', 'latin1')
  head.writeUInt16LE(canvas.width, 6)
  head.writeUInt16LE(canvas.height, 8)
  const frame = (colour: number) => {
    const place = Buffer.from([0x2c, 0, 0, 0, 0, 0, 0, 0, 0, 0])
    place.writeUInt16LE(claimed.width, 5)
    place.writeUInt16LE(claimed.height, 7)
    // Clear, the colour's index, end: three codes of three bits.
    return Buffer.concat([place, Buffer.from([2, 2, colour === 0 ? 0x44 : 0x4c, 0x01, 0])])
  }
  const all = Array.from({ length: frames }, (_, index) => frame(index % 2))
  return Buffer.concat([head, ...all, Buffer.from([0x3b])])
}

/** A progressive JPEG that says it has this size. */
export function progressive(jpeg: Buffer, { width, height }: Size): Buffer {
  const claiming = Buffer.from(jpeg)
  const frame = claiming.indexOf(Buffer.from([0xff, 0xc2]))
  claiming.writeUInt16BE(height, frame + 5)
  claiming.writeUInt16BE(width, frame + 7)
  return claiming
}
