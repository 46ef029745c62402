/** Writes with the bundled fonts only. The only module that loads Skia: import it where nothing else lives. */
import { GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas'
import { type FontPart, fontsFor } from './fonts.ts'
import { directionOf, type Fitted, fitLines } from './lines.ts'

export type Style = { weight: number; size: number; colour: string }
export type Place = { x: number; y: number; width: number }
/** `most`: lines. `sizes`: largest first. */
export type Fit = { width: number; height?: number; most: number; sizes: number[]; weight: number }
export type Direction = 'ltr' | 'rtl'

const opened = new Set<string>()

function openFonts(parts: readonly FontPart[]): void {
  for (const { name, file } of parts) {
    if (opened.has(name)) continue
    if (!GlobalFonts.registerFromPath(file, name)) throw new Error(`[cards] ${file} is no font`)
    opened.add(name)
  }
}

/**
 * Opens the fonts for all texts that `value` (JSON) holds. One that is opened in the middle of a document would make
 * Skia put the others in twice.
 */
export function openFontsFor(value: unknown, language: string): void {
  if (typeof value === 'string') openFonts(fontsFor(value, language).parts)
  else if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) openFontsFor(part, language)
  }
}

function toFont(weight: number, size: number, parts: readonly FontPart[]): string {
  return `${weight} ${size}px ${parts.map(({ name }) => `"${name}"`).join(', ') || '"none"'}`
}

/** One canvas or page, and the language of its words. Right to left, `x` and `width` still name the same box. */
export class Pen {
  constructor(
    readonly context: SKRSContext2D,
    readonly language: string,
    readonly direction: Direction,
  ) {
    // Else the machine's language decides about forms of letters.
    context.lang = language || 'en'
    context.textBaseline = 'alphabetic'
  }

  /** Lines and size for a text, see `fitLines`; without characters that no font has. */
  fit(text: string, options: Fit): Fitted {
    const { weight, ...limits } = options
    const { parts, text: known } = fontsFor(text.trim(), this.language)
    openFonts(parts)
    const measure = (line: string, size: number) => {
      this.context.font = toFont(weight, size, parts)
      return this.context.measureText(line).width
    }
    return fitLines({ ...limits, text: known, measure })
  }

  /** One line at the box's beginning (right to left: its right edge), or its `end`. `y`: the baseline. */
  line(
    text: string,
    { weight, size, colour }: Style,
    { x, y, width }: Place,
    end = false,
    direction?: Direction,
  ): void {
    const { context } = this
    const known = this.use(text, weight, size)
    const isRight = (this.direction === 'rtl') !== end
    context.fillStyle = colour
    context.direction = direction ?? directionOf(known)
    context.textAlign = isRight ? 'right' : 'left'
    context.fillText(known, isRight ? x + width : x, y)
  }

  /** Lines below each other; answers the last baseline. `y`: the first. */
  lines(
    { lines, size }: Fitted,
    { weight, colour, leading }: { weight: number; colour: string; leading: number },
    place: Place,
  ): number {
    let { y } = place
    const direction = directionOf(lines.join(' '))
    lines.forEach((text, index) => {
      if (index > 0) y += size * leading
      this.line(text, { weight, size, colour }, { ...place, y }, false, direction)
    })
    return y
  }

  /** Sets the fonts for a text, opening those that are not; answers the text without what they lack. */
  private use(text: string, weight: number, size: number): string {
    const { parts, text: known } = fontsFor(text, this.language)
    openFonts(parts)
    this.context.font = toFont(weight, size, parts)
    return known
  }
}
