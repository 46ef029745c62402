import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { beforeEach, describe, expect, it } from 'vitest'
import { makeRenditions } from './renditions.ts'

const CENTRE = { x: 50, y: 50 }

describe('makeRenditions', () => {
  let folder: string
  const save = async (name: string, bytes: Buffer | string) => {
    const source = path.join(folder, name)
    await writeFile(source, bytes)
    return source
  }
  const make = (source: string, focalPoint = CENTRE) =>
    makeRenditions({ source, directory: path.join(folder, 'out'), focalPoint, known: null })

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'renditions-'))
  })

  /** Left half red, right half blue. */
  const twoColours = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: 'red' } }).composite([
      {
        input: { create: { width: Math.round(width / 2), height, channels: 3, background: 'blue' } },
        left: Math.round(width / 2),
        top: 0,
      },
    ])

  it('gives each preset its proportions and never enlarges but for the exact one', async () => {
    const { files } = await make(await save('a.png', await twoColours(800, 500).png().toBuffer()))
    const size = (preset: string) => {
      const file = files.find((each) => each.preset === preset)
      return [file?.width, file?.height]
    }
    expect(size('full')).toEqual([800, 500])
    expect(size('16x9')).toEqual([800, 450])
    expect(size('1x1')).toEqual([500, 500])
    expect(size('social')).toEqual([1200, 627])
    expect(size('thumbnail')).toEqual([400, 300])
  })

  it('writes the sizes and bytes that it reports, in both formats', async () => {
    const { files } = await make(await save('a.png', await twoColours(2400, 1600).png().toBuffer()))
    expect(files).toHaveLength(12)
    for (const file of files) {
      const bytes = await readFile(path.join(folder, 'out', file.name))
      expect(bytes).toHaveLength(file.bytes)
      const { width, height, format } = await sharp(bytes).metadata()
      expect([width, height, format]).toEqual([file.width, file.height, file.format])
    }
  })

  it('cuts around the focal point', async () => {
    const source = await save('a.png', await twoColours(1200, 300).png().toBuffer())
    const colourAt = async (x: number) => {
      const { files } = await make(source, { x, y: 50 })
      const name = files.find(({ preset, format }) => preset === '1x1' && format === 'jpeg')?.name ?? ''
      const { dominant } = await sharp(path.join(folder, 'out', name)).stats()
      return dominant.r > dominant.b ? 'red' : 'blue'
    }
    expect([await colourAt(0), await colourAt(100)]).toEqual(['red', 'blue'])
  })

  it('keeps what was made for the same bytes, and makes new names for another focal point', async () => {
    const source = await save('a.png', await twoColours(600, 400).png().toBuffer())
    const first = await make(source)
    const written = await readdir(path.join(folder, 'out'))
    expect(await make(source)).toEqual(first)
    expect(await readdir(path.join(folder, 'out'))).toEqual(written)
    const moved = await make(source, { x: 10, y: 10 })
    expect(moved.files.some(({ name }) => first.files.some((each) => each.name === name))).toBe(false)
  })

  it('says which file is no picture', async () => {
    const source = await save('broken.jpg', 'not a picture at all')
    await expect(make(source)).rejects.toThrow(/\[media\] broken\.jpg cannot be read as a picture/)
  })
})
