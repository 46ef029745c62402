/** Draws a social card: kicker, title, figures, who says it, where. */
import { createCanvas } from '@napi-rs/canvas'
import type { Card, Figure } from './drawing.ts'
import { SIZES } from './drawing.ts'
import { directionOf } from './lines.ts'
import { INK, LINE, PAPER, SOFT } from './palette.ts'
import { Pen } from './pen.ts'
import { drawSender, openPictures, type Pictures } from './sender.ts'

/** A label needs some width, too. */
const FEWEST_SIGNS = 6

type Box = { x: number; y: number; width: number; height: number }

/** The PNG. `directory`: where the pictures are that it names; one that is missing is left out. */
export async function drawCard(card: Card, directory: string): Promise<Buffer> {
  const { width, height } = SIZES[card.size]
  const canvas = createCanvas(width, height)
  const pictures = await openPictures(card.sender, directory)
  const pen = new Pen(canvas.getContext('2d'), card.sender.language, directionOf(card.title))
  drawOn(pen, card, pictures)
  return canvas.encode('png')
}

function drawOn(pen: Pen, card: Card, pictures: Pictures): void {
  const { width, height } = SIZES[card.size]
  const { sender } = card
  const margin = card.size === 'square' ? 84 : 76
  const box = { x: margin, y: margin, width: width - 2 * margin, height: height - 2 * margin }
  paper(pen, { width, height }, sender.accent)
  if (card.look === 'question') questionMark(pen, card)
  drawKicker(pen, card.kicker, sender.accent, box)
  const foot = 132
  const draw = card.look === 'figures' && card.figures.length > 0 ? drawFigures : drawBody
  draw(pen, card, { ...box, y: box.y + 52, height: box.height - 52 - foot })
  drawSender(pen, sender, pictures, { ...box, y: box.y + box.height - 84, height: 84 })
}

/** The ground, with a bar where reading begins. */
export function paper(pen: Pen, { width, height }: { width: number; height: number }, accent: string): void {
  const { context } = pen
  context.fillStyle = PAPER
  context.fillRect(0, 0, width, height)
  context.fillStyle = accent
  context.fillRect(pen.direction === 'rtl' ? width - 18 : 0, 0, 18, height)
}

/** What kind of thing it is, in one line. */
export function drawKicker(pen: Pen, kicker: string, accent: string, { x, y, width }: Box): void {
  const { lines, size } = pen.fit(kicker, { width, most: 1, sizes: [28, 24], weight: 700 })
  pen.lines({ lines, size }, { weight: 700, colour: accent, leading: 1 }, { x, y: y + 26, width })
}

function questionMark(pen: Pen, { size, sender }: Card): void {
  const { width, height } = SIZES[size]
  const { context } = pen
  context.globalAlpha = 0.09
  const mark = pen.direction === 'rtl' ? '؟' : '?'
  const style = { weight: 800, size: height * 0.8, colour: sender.accent }
  pen.line(mark, style, { x: 40, y: height * 0.74, width: width - 80 }, true)
  context.globalAlpha = 1
}

function drawBody(pen: Pen, card: Card, box: Box): void {
  const isSquare = card.size === 'square'
  const sizes = isSquare ? [104, 92, 80, 70, 60, 52] : [84, 74, 64, 56, 48, 44]
  const width = card.look === 'question' ? box.width * 0.9 : box.width
  const most = card.text === '' ? (isSquare ? 9 : 4) : isSquare ? 5 : 2
  const title = pen.fit(card.title, { width, height: box.height, most, sizes, weight: 700 })
  const text = pen.fit(card.text, { width, most: isSquare ? 6 : 3, sizes: [34, 30], weight: 400 })
  const gap = text.lines.length > 0 ? 40 : 0
  const taken = heightOf(title, 1.2) + gap + heightOf(text, 1.4)
  const top = box.y + Math.max(0, (box.height - taken) / 2)
  const at = place(pen, box, width)
  const end = pen.lines(title, { weight: 700, colour: INK, leading: 1.2 }, { ...at, y: top + title.size })
  pen.lines(text, { weight: 400, colour: SOFT, leading: 1.4 }, { ...at, y: end + gap + text.size })
}

/** Figures beside each other, on a square below each other; the title under them. */
function drawFigures(pen: Pen, card: Card, box: Box): void {
  const isSquare = card.size === 'square'
  const columns = isSquare ? card.figures.map(() => box) : columnsOf(card.figures, pen.direction, box)
  const sizes = isSquare ? [100, 88, 76, 64, 52] : [88, 76, 64, 54, 46, 38]
  const drawn = card.figures.map(({ value, label }, index) => {
    const { width } = columns[index] ?? box
    return {
      value: pen.fit(value, { width, most: 1, sizes, weight: 800 }),
      label: pen.fit(label, { width, most: 2, sizes: [28, 24], weight: 400 }),
    }
  })
  const size = Math.min(...drawn.map(({ value }) => value.size))
  const high = size + 2 * 28 * 1.35 + (isSquare ? 22 : 16)
  const rows = isSquare ? drawn.length : 1
  const room = box.height - rows * high - 36
  const titleSizes = isSquare ? [56, 48, 42, 38] : [46, 40, 36]
  const title = pen.fit(card.title, {
    width: box.width,
    height: room,
    most: 3,
    sizes: titleSizes,
    weight: 700,
  })
  const taken = rows * high + 36 + heightOf(title, 1.25)
  const top = box.y + Math.max(0, (box.height - taken) / 2)
  drawn.forEach(({ value, label }, index) => {
    const { x, width } = columns[index] ?? box
    const y = top + (isSquare ? index * high : 0) + size
    pen.lines({ ...value, size }, { weight: 800, colour: card.sender.accent, leading: 1 }, { x, y, width })
    pen.lines(label, { weight: 400, colour: SOFT, leading: 1.3 }, { x, y: y + 44, width })
  })
  const below = top + rows * high
  pen.context.fillStyle = LINE
  pen.context.fillRect(box.x, below, box.width, 3)
  pen.lines(title, { weight: 700, colour: INK, leading: 1.25 }, { ...box, y: below + 36 + title.size })
}

/** Side by side, a longer value in a wider one; the first where reading begins. */
function columnsOf(figures: Figure[], direction: 'ltr' | 'rtl', box: Box): { x: number; width: number }[] {
  const gap = 40
  const shares = figures.map(({ value }) => Math.max(FEWEST_SIGNS, [...value].length))
  const whole = shares.reduce((sum, share) => sum + share, 0)
  const room = box.width - gap * (figures.length - 1)
  let left = 0
  return shares.map((share) => {
    const width = (room * share) / whole
    const x = direction === 'rtl' ? box.x + box.width - left - width : box.x + left
    left += width + gap
    return { x, width }
  })
}

/** From the first line's top to the last one's foot. */
export function heightOf({ lines, size }: { lines: string[]; size: number }, leading: number): number {
  return lines.length === 0 ? 0 : size * (1.25 + leading * (lines.length - 1))
}

/** A narrower box at the side where reading begins. */
function place(pen: Pen, box: Box, width: number) {
  return { x: pen.direction === 'rtl' ? box.x + box.width - width : box.x, width }
}
