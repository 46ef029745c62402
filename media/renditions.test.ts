import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { gif, noise } from './pictures.fixture.ts'
import { makeRenditions } from './renditions.ts'

// Some pictures are large, and machines may be busy.
vi.setConfig({ testTimeout: 30_000 })

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

  const colours = async (source: string, preset = 'full', format = 'jpeg') => {
    const { files } = await make(source)
    const name = files.find((file) => file.preset === preset && file.format === format)?.name ?? ''
    const picture = sharp(path.join(folder, 'out', name))
    const { width, height, channels, depth, space, icc, orientation } = await picture.metadata()
    const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true })
    const at = (x: number, y: number) => {
      const start =
        (Math.floor(y * (info.height - 1)) * info.width + Math.floor(x * (info.width - 1))) * info.channels
      return [...data.subarray(start, start + info.channels)]
    }
    return { at, width, height, channels, depth, space, icc, orientation }
  }
  const near = (wanted: number[], by = 12) => ({
    asymmetricMatch: (given: number[]) =>
      given.length === wanted.length && given.every((value, n) => Math.abs(value - (wanted[n] ?? 0)) <= by),
    toString: () => `near ${wanted}`,
  })
  const [RED, BLUE] = [near([254, 0, 0]), near([0, 0, 254])]

  describe('brings every kind to 8-bit sRGB', () => {
    it.each([
      [
        'CMYK',
        () =>
          sharp({ create: { width: 90, height: 60, channels: 3, background: '#b4785a' } })
            .toColourspace('cmyk')
            .jpeg()
            .toBuffer(),
        [180, 120, 90],
      ],
      [
        '16 bits',
        () =>
          sharp({ create: { width: 90, height: 60, channels: 3, background: '#b4785a' } })
            .toColourspace('rgb16')
            .png()
            .toBuffer(),
        [180, 120, 90],
      ],
      [
        'a wide gamut',
        () =>
          sharp({ create: { width: 90, height: 60, channels: 3, background: '#b4785a' } })
            .withIccProfile('p3')
            .png()
            .toBuffer(),
        [180, 120, 90],
      ],
      [
        'a palette',
        () =>
          sharp({ create: { width: 90, height: 60, channels: 3, background: '#b4785a' } })
            .png({ palette: true })
            .toBuffer(),
        [180, 120, 90],
      ],
      [
        'grey',
        () =>
          sharp({ create: { width: 90, height: 60, channels: 3, background: '#777' } })
            .greyscale()
            .png()
            .toBuffer(),
        [119, 119, 119],
      ],
      [
        '16-bit grey',
        () =>
          sharp({ create: { width: 90, height: 60, channels: 3, background: '#777' } })
            .toColourspace('grey16')
            .png()
            .toBuffer(),
        [119, 119, 119],
      ],
      [
        'AVIF',
        () =>
          sharp({ create: { width: 90, height: 60, channels: 3, background: '#b4785a' } })
            .avif({ bitdepth: 8 })
            .toBuffer(),
        [180, 120, 90],
      ],
    ] as [string, () => Promise<Buffer>, number[]][])('%s', async (name, picture, wanted) => {
      const { at, depth, space, icc } = await colours(await save(`${name}.bin`, await picture()))
      expect([at(0.5, 0.5), depth, space, icc]).toEqual([near(wanted, 25), 'uchar', 'srgb', undefined])
    })

    it('with transparency: white in a JPEG, kept in a WebP', async () => {
      const clear = await sharp({ create: { width: 60, height: 60, channels: 4, background: '#ff000000' } })
        .png()
        .toBuffer()
      const source = await save('clear.png', clear)
      expect((await colours(source)).at(0.5, 0.5)).toEqual([255, 255, 255])
      expect((await colours(source, 'full', 'webp')).at(0.5, 0.5)[3]).toBe(0)
      const grey = await sharp(clear).greyscale().png().toBuffer()
      expect((await colours(await save('grey.png', grey))).at(0.5, 0.5)).toEqual([255, 255, 255])
    })
  })

  it.each([
    [1, 'RR', 'BB'],
    [2, 'RR', 'BB'],
    [3, 'BB', 'RR'],
    [4, 'BB', 'RR'],
    [5, 'RB', 'RB'],
    [6, 'BR', 'BR'],
    [7, 'BR', 'BR'],
    [8, 'RB', 'RB'],
  ])('turns a picture of EXIF orientation %d upright', async (orientation, top, bottom) => {
    // Red above blue.
    const half = { create: { width: 300, height: 100, channels: 3 as const, background: 'blue' } }
    const upright = sharp({ create: { width: 300, height: 200, channels: 3, background: 'red' } })
      .composite([{ input: half, left: 0, top: 100 }])
      .withMetadata({ orientation })
    const source = await save(
      'turned.jpg',
      await upright.jpeg({ quality: 95, chromaSubsampling: '4:4:4' }).toBuffer(),
    )
    const { at, width, height, orientation: left } = await colours(source)
    expect([width, height, left]).toEqual(orientation < 5 ? [300, 200, undefined] : [200, 300, undefined])
    const wanted = (letter: string | undefined) => (letter === 'R' ? RED : BLUE)
    expect([at(0.1, 0.1), at(0.9, 0.1)]).toEqual([wanted(top[0]), wanted(top[1])])
    expect([at(0.1, 0.9), at(0.9, 0.9)]).toEqual([wanted(bottom[0]), wanted(bottom[1])])
  })

  it('shows the first frame of an animation', async () => {
    const { at, width, height } = await colours(await save('a.gif', gif(9, { width: 1, height: 1 })))
    expect([at(0, 0), width, height]).toEqual([near([255, 0, 0]), 1, 1])
  })

  it('keeps the focal point of a picture that is shrunk while it is decoded', async () => {
    // A white square at 75 %, 20 % of 3000 × 2000 pixels.
    const dot = { create: { width: 200, height: 200, channels: 3 as const, background: 'white' } }
    const picture = sharp({
      create: { width: 3000, height: 2000, channels: 3, background: 'black' },
    }).composite([{ input: dot, left: 2150, top: 300 }])
    const source = await save('dot.png', await picture.png().toBuffer())
    const { files } = await make(source, { x: 75, y: 20 })
    for (const preset of ['16x9', '4x3', '1x1', 'social', 'thumbnail']) {
      const name = files.find((file) => file.preset === preset && file.format === 'webp')?.name ?? ''
      const { data, info } = await sharp(path.join(folder, 'out', name))
        .greyscale()
        .raw()
        .toBuffer({ resolveWithObject: true })
      const white = [...data].flatMap((value, n) =>
        value > 128 ? [[n % info.width, Math.floor(n / info.width)]] : [],
      )
      expect(white.length).toBeGreaterThan(100)
      const centre = [0, 1].map(
        (axis) => white.reduce((sum, place) => sum + (place[axis] ?? 0), 0) / white.length,
      )
      // As near to the middle as the edges allow: to the right there is room for a narrow cut only.
      expect((centre[0] ?? 0) / info.width).toBeGreaterThan(preset === '1x1' ? 0.45 : 0.5)
      expect((centre[1] ?? 0) / info.height).toBeLessThan(0.45)
    }
  })

  it.each([
    ['a panorama', 20_000, 60],
    ['a ribbon', 3, 9_000],
    ['a dot', 1, 1],
  ])('makes all renditions of %s', async (_name, width, height) => {
    const { files } = await make(await save('odd.png', await noise(width, height).png().toBuffer()))
    expect(files).toHaveLength(12)
    for (const file of files) {
      const made = await sharp(path.join(folder, 'out', file.name)).metadata()
      expect([made.width, made.height]).toEqual([file.width, file.height])
    }
  })

  it('says which file is no picture', async () => {
    const source = await save('broken.jpg', 'not a picture at all')
    await expect(make(source)).rejects.toThrow(/\[media\] broken\.jpg cannot be read as a picture/)
  })
})
