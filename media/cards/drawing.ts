/** What can be drawn: plain JSON, so that its hash stands for the bytes. Pure; nothing here loads a font. */
import { createHash } from 'node:crypto'

/** Raise when the same words should look otherwise. */
const VERSION = 1

export type Size = { width: number; height: number }

/** Pixels; of a carousel points. */
export const SIZES = {
  landscape: { width: 1200, height: 627 },
  square: { width: 1080, height: 1080 },
  carousel: { width: 1080, height: 1350 },
} as const satisfies { [name: string]: Size }

export type PictureSize = 'landscape' | 'square'

/** Names a file in the renditions' folder; null: none, or none that is kept there. */
export type FileName = string | null

/** What every card and page says of where it comes from. */
export type Sender = {
  site: string
  mark: FileName
  person: { name: string; role: string; photo: FileName } | null
  /** `#rrggbb` */
  accent: string
  /** BCP 47: of characters that Chinese, Japanese and Korean share it decides the form. */
  language: string
}

/** A number with what it is of. */
export type Figure = { value: string; label: string }

export type Card = {
  kind: 'card'
  size: PictureSize
  /** `question`: with a large question mark; `figures`: the figures first, the title small. */
  look: 'plain' | 'question' | 'figures'
  kicker: string
  title: string
  /** Under the title; may be empty. */
  text: string
  figures: Figure[]
  sender: Sender
}

/** A rendition cut to a size around its middle. */
export type Crop = { kind: 'crop'; size: PictureSize; source: string }

export type Page = {
  /** `2`, `M4`; may be empty. */
  mark: string
  title: string
  text: string
  /** Drawn as the one that the document is about. */
  current: boolean
}

export type Carousel = {
  kind: 'carousel'
  kicker: string
  title: string
  text: string
  pages: Page[]
  /** The closing page: an invitation and an address without its scheme. */
  closing: { title: string; address: string; url: string }
  sender: Sender
}

export type Drawing = Card | Crop | Carousel

/** Hash, size, ending. Its first group is the key, as a rendition's. */
export const DRAWING_NAME = /^([0-9a-f]{32})-(?:landscape|square|carousel)\.(?:png|jpg|pdf)$/

/** The file's name: the same drawing has the same name, and another one never. */
export function drawingName(drawing: Drawing): string {
  const key = createHash('sha256')
    .update(JSON.stringify([VERSION, SIZES, drawing]))
    .digest('hex')
    .slice(0, 32)
  if (drawing.kind === 'carousel') return `${key}-carousel.pdf`
  return `${key}-${drawing.size}.${drawing.kind === 'crop' ? 'jpg' : 'png'}`
}
