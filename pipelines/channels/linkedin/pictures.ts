/**
 * The pictures and the document of a post, as addresses that carry the hash of what is drawn. Pure: the files are
 * drawn when somebody asks for them (src/http/cards.ts).
 */
import { type Drawing, drawingName, type PictureSize, SIZES } from '../../../media/cards/drawing.ts'
import type { ContentItem, SharedImage, Site } from '../../content-item.ts'
import { shorten } from '../../text/cut.ts'
import { encodeUrl } from '../../text/encode-url.ts'
import { toLine } from '../../text/to-line.ts'
import { toAlt, toCard, toFileName } from './card.ts'
import { toCarousel } from './carousel.ts'

/** Pixels. `alt` is never empty. */
export type Picture = SharedImage

const ALT_UNITS = 1000

/** Landscape (1200 × 627), then square (1080 × 1080): the item's own picture, else its social card. */
export function toPictures(item: ContentItem, site: Site): Picture[] {
  return (['landscape', 'square'] as const).map((size) => {
    const made = ready(item, size)
    const drawing = drawingOf(item, site, size)
    const own = toLine(item.image?.alt ?? '') || toLine(item.title)
    const alt = (made || drawing.kind === 'crop' ? own : '') || toAlt(toCard(item, site, size))
    return { url: made ?? toAddress(item, site, drawing), ...SIZES[size], alt: shorten(alt, ALT_UNITS) }
  })
}

/** The document; null when the item has too little for one. `pages` counts title and closing page. */
export function toDocument(item: ContentItem, site: Site): { url: string; pages: number } | null {
  const carousel = toCarousel(item, site)
  return carousel && { url: toAddress(item, site, carousel), pages: carousel.pages.length + 2 }
}

/** The path below `/media` under which an item's drawings stand. */
export const CARDS_PATH = 'cards'

/** Everything that may be drawn for an item as it is now, by file name. */
export function drawingsOf(item: ContentItem, site: Site): Map<string, Drawing> {
  const carousel = toCarousel(item, site)
  const sizes = ['landscape', 'square'] as const
  const pictures = sizes.map((size) => drawingOf(item, site, size))
  const drawings: Drawing[] = carousel ? [...pictures, carousel] : pictures
  return new Map(drawings.map((drawing) => [drawingName(drawing), drawing]))
}

/** A rendition that has this very size is there already. */
function ready({ image }: ContentItem, size: PictureSize): string | null {
  const { width, height } = SIZES[size]
  const file = image?.renditions.find(
    (one) => one.format === 'jpeg' && one.width === width && one.height === height && one.url !== '',
  )
  return file ? encodeUrl(file.url) : null
}

/** Cut from the rendition that is already cut around the focal point, when it is large enough to be cut from. */
function drawingOf(item: ContentItem, site: Site, size: PictureSize): Drawing {
  const jpegs = (item.image?.renditions ?? []).filter(({ format }) => format === 'jpeg')
  const preset = size === 'square' ? '1x1' : 'social'
  const file = jpegs.find((one) => one.preset === preset) ?? jpegs.find((one) => one.preset === 'full')
  const source = file ? toFileName(file.url) : null
  return source ? { kind: 'crop', size, source } : toCard(item, site, size)
}

function toAddress({ id }: ContentItem, site: Site, drawing: Drawing): string {
  const path = id.split(':').map(encodeURIComponent).join('/')
  return `${site.publicUrl}/media/${CARDS_PATH}/${path}/${drawingName(drawing)}`
}
