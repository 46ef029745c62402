import type { ContentItem } from '../../content-item.ts'
import { shorten } from '../../text/cut.ts'
import { encodeUrl } from '../../text/encode-url.ts'
import { toLine } from '../../text/to-line.ts'

/** `alt` is never empty. Width and height in pixels. */
export type PostImage = { url: string; width: number; height: number; alt: string }

/** What LinkedIn shows of a post's picture without cropping. */
export const POST_IMAGE = { width: 1200, height: 627 }

const ALT_UNITS = 1000

/**
 * The picture of the post: the JPEG of 1200 × 627, else the social card, else the 16:9 one, else the picture
 * itself. Its alternative text is the picture's, or the title where it has none. Null without a picture.
 */
export function toPostImage({ image, title }: ContentItem): PostImage | null {
  if (!image) return null
  const jpegs = image.renditions.filter(({ format, url }) => format === 'jpeg' && url !== '')
  const widest = jpegs.toSorted((a, b) => b.width - a.width)
  const file =
    jpegs.find(({ width, height }) => width === POST_IMAGE.width && height === POST_IMAGE.height) ??
    widest.find(({ preset }) => preset === 'social') ??
    widest.find(({ preset }) => preset === '16x9') ??
    image
  if (file.url.trim() === '') return null
  const alt = shorten(toLine(image.alt) || toLine(title), ALT_UNITS)
  return { url: encodeUrl(file.url), width: file.width, height: file.height, alt }
}
