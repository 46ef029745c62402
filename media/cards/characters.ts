/** Which characters a font file really has: what its package says of it is true of a whole family of fonts. */
import { readFileSync } from 'node:fs'
import { brotliDecompressSync } from 'node:zlib'

const HEADER = 48
/** Of the 63 tables that WOFF2 knows by number. */
const CMAP = 0
const GLYF = 10
const LOCA = 11

/** Code points of the WOFF2 file (https://www.w3.org/TR/WOFF2/). @throws when it is none. */
export function charactersOf(file: string): Set<number> {
  const bytes = readFileSync(file)
  if (bytes.toString('latin1', 0, 4) !== 'wOF2') throw new Error(`[cards] ${file} is no WOFF2 font`)
  const { start, length, end } = placeOfCmap(bytes)
  const tables = brotliDecompressSync(bytes.subarray(end, end + bytes.readUInt32BE(20)))
  return readCmap(tables.subarray(start, start + length))
}

/** Where the table of characters stands among the decompressed ones, and where the directory ends. */
function placeOfCmap(bytes: Buffer): { start: number; length: number; end: number } {
  let at = HEADER
  let offset = 0
  let found = { start: 0, length: 0 }
  const readLength = () => {
    let value = 0
    for (let byte = 0x80; byte & 0x80; ) {
      byte = bytes.readUInt8(at++)
      value = value * 128 + (byte & 0x7f)
    }
    return value
  }
  for (let left = bytes.readUInt16BE(12); left > 0; left--) {
    const flags = bytes.readUInt8(at++)
    const table = flags & 0x3f
    if (table === 0x3f) at += 4
    const original = readLength()
    const isOutline = table === GLYF || table === LOCA
    const isTransformed = flags >> 6 !== (isOutline ? 3 : 0)
    const length = isTransformed ? readLength() : original
    if (table === CMAP) found = { start: offset, length }
    offset += length
  }
  return { ...found, end: at }
}

function readCmap(cmap: Buffer): Set<number> {
  const characters = new Set<number>()
  for (let index = 0; index < cmap.readUInt16BE(2); index++) {
    const table = cmap.subarray(cmap.readUInt32BE(4 + index * 8 + 4))
    const format = table.readUInt16BE(0)
    if (format === 4) readSegments(table, characters)
    if (format === 12) readGroups(table, characters)
  }
  return characters
}

function readSegments(table: Buffer, characters: Set<number>): void {
  const bytes = table.readUInt16BE(6)
  for (let at = 0; at < bytes; at += 2) {
    const last = table.readUInt16BE(14 + at)
    const first = table.readUInt16BE(16 + bytes + at)
    const delta = table.readUInt16BE(16 + 2 * bytes + at)
    const place = 16 + 3 * bytes + at
    const offset = table.readUInt16BE(place)
    for (let code = first; code <= last && code !== 0xffff; code++) {
      const glyph = offset === 0 ? code : table.readUInt16BE(place + offset + 2 * (code - first))
      if (glyph !== 0 && ((glyph + delta) & 0xffff) !== 0) characters.add(code)
    }
  }
}

function readGroups(table: Buffer, characters: Set<number>): void {
  const groups = table.readUInt32BE(12)
  for (let at = 16; at < 16 + groups * 12; at += 12) {
    const last = table.readUInt32BE(at + 4)
    for (let code = table.readUInt32BE(at); code <= last; code++) characters.add(code)
  }
}
