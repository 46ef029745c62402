/** Makes renditions: upright, cut around the focal point, without any metadata. Beside decode.ts the only module that imports sharp. */
import { createHash } from 'node:crypto'
import { mkdir, readFile, utimes } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { inTurn, openPicture, readHeader } from './decode.ts'
import { FORMATS, FULL_SIDE, PRESETS, type Preset, type PresetName, VERSION } from './presets.ts'
import { writeWhole } from './write-whole.ts'

export type RenditionFile = {
  preset: PresetName
  format: (typeof FORMATS)[number]
  /** File name: the picture's content hash and the preset. Never written twice with other bytes. */
  name: string
  /** Pixels. */
  width: number
  height: number
  bytes: number
}

export type Renditions = {
  /** Hash of everything that the files depend on: the picture's bytes, the focal point, the presets. */
  key: string
  /** The upright original's, in pixels. */
  width: number
  height: number
  files: RenditionFile[]
}

/** Per cent of the upright picture's width and height. */
export type FocalPoint = { x: number; y: number }

/**
 * Makes every rendition of the picture in `source` (a path) and writes them into `directory`, each in one step.
 * `known`: what was made before; returned as it is when it still fits and its files are there.
 * @throws when the file is missing, broken or too large, saying so.
 */
export async function makeRenditions(options: {
  source: string
  directory: string
  focalPoint: FocalPoint
  known: Renditions | null
}): Promise<Renditions> {
  const { source, directory, focalPoint, known } = options
  const original = await readFile(source)
  const key = createHash('sha256')
    .update(original)
    .update(JSON.stringify([VERSION, PRESETS, FULL_SIDE, focalPoint.x, focalPoint.y]))
    .digest('hex')
    .slice(0, 32)
  // The same picture may be there under another name: its files are the same. The new date keeps the sweep away.
  const record = path.join(directory, `${key}.json`)
  const now = new Date()
  const made = await utimes(record, now, now).then(
    () => readFile(record, 'utf8'),
    () => null,
  )
  if (made) return known?.key === key ? known : (JSON.parse(made) as Renditions)

  const { width, height, files } = await inTurn(() => draw(original, { ...options, key })).catch(
    (cause: unknown) => {
      throw new Error(`[media] ${path.basename(source)} cannot be read as a picture: ${String(cause)}`, {
        cause,
      })
    },
  )
  const renditions = { key, width, height, files }
  // Written last: where it stands, every file stands.
  await writeWhole(record, JSON.stringify(renditions))
  return renditions
}

async function draw(
  original: Buffer,
  { directory, focalPoint, key }: { directory: string; focalPoint: FocalPoint; key: string },
): Promise<Omit<Renditions, 'key'>> {
  await mkdir(directory, { recursive: true })
  const { width, height } = await readHeader(original)
  const wanted = [...PRESETS, full(width, height)].map((preset) => {
    const region = cut({ width, height }, preset, focalPoint)
    return { preset, region, size: preset.exact ? preset : within(region, preset) }
  })
  // Decoded at the largest scale that a rendition needs: a picture of 100 megapixels fits into a few megabytes.
  const scale = Math.min(1, Math.max(...wanted.map(({ region, size }) => size.width / region.width)))
  const upright = await openPicture(original)
    .autoOrient()
    .resize(scaled(width, scale), scaled(height, scale), { fit: 'fill' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { data, info } = upright
  const raw = { width: info.width, height: info.height, channels: info.channels }
  const pairs = wanted.flatMap((one) => FORMATS.map((format) => ({ ...one, format })))
  const files = await Promise.all(
    pairs.map(async ({ preset, region, size, format }): Promise<RenditionFile> => {
      const picture = sharp(data, { raw })
        .extract(inside(region, scale, raw))
        .resize(size.width, size.height, { fit: 'fill' })
      const encoded =
        format === 'jpeg'
          ? picture.flatten({ background: '#ffffff' }).jpeg({ quality: 82, progressive: true })
          : picture.webp({ quality: 80, effort: 2 })
      const bytes = await encoded.toBuffer()
      const name = `${key}-${preset.name}.${format === 'jpeg' ? 'jpg' : 'webp'}`
      await writeWhole(path.join(directory, name), bytes)
      const { width, height } = size
      return { preset: preset.name, format, name, width, height, bytes: bytes.length }
    }),
  )
  return { width, height, files }
}

type Size = { width: number; height: number }
type Region = Size & { left: number; top: number }

function scaled(length: number, scale: number): number {
  return Math.max(1, Math.round(length * scale))
}

/** The same region of the picture at another scale, within its edges. */
function inside(region: Region, scale: number, picture: Size): Region {
  const width = Math.min(scaled(region.width, scale), picture.width)
  const height = Math.min(scaled(region.height, scale), picture.height)
  return {
    width,
    height,
    left: Math.min(Math.round(region.left * scale), picture.width - width),
    top: Math.min(Math.round(region.top * scale), picture.height - height),
  }
}

function full(width: number, height: number): Preset {
  const scale = Math.min(1, FULL_SIDE / Math.max(width, height))
  return {
    name: 'full',
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  }
}

/** The largest region of the preset's proportions, as near to the focal point as the edges allow. */
function cut(picture: Size, preset: Preset, focalPoint: FocalPoint): Region {
  if (preset.name === 'full') return { left: 0, top: 0, ...picture }
  const ratio = preset.width / preset.height
  const width = Math.max(1, Math.min(picture.width, Math.round(picture.height * ratio)))
  const height = Math.max(1, Math.min(picture.height, Math.round(picture.width / ratio)))
  const place = (side: number, length: number, percent: number) =>
    Math.round(Math.min(Math.max((side * percent) / 100 - length / 2, 0), side - length))
  return {
    left: place(picture.width, width, focalPoint.x),
    top: place(picture.height, height, focalPoint.y),
    width,
    height,
  }
}

/** The preset's size, or the region's own where that is smaller. */
function within(region: Size, preset: Preset): Size {
  return region.width < preset.width ? { width: region.width, height: region.height } : preset
}
