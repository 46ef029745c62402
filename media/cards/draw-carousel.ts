/** Draws a document of pages: a title, one idea a page, an invitation at the end. The words can be selected. */
import { PDFDocument, type SKRSContext2D } from '@napi-rs/canvas'
import { drawKicker, heightOf, paper } from './draw-card.ts'
import { type Carousel, type Page, SIZES } from './drawing.ts'
import { directionOf } from './lines.ts'
import { INK, PAPER, SOFT } from './palette.ts'
import { openFontsFor, Pen } from './pen.ts'
import { drawSender, openPictures, type Pictures } from './sender.ts'

const { width, height } = SIZES.carousel
const MARGIN = 90
const BOX = { x: MARGIN, y: MARGIN, width: width - 2 * MARGIN, height: height - 2 * MARGIN }
const FOOT = 84

/** The PDF. `directory`: where the pictures are that it names; one that is missing is left out. */
export async function drawCarousel(carousel: Carousel, directory: string): Promise<Buffer> {
  const { title, pages, sender } = carousel
  const pictures = await openPictures(sender, directory)
  openFontsFor([carousel, '1 / 2…'], sender.language)
  const document = new PDFDocument({ title, author: sender.person?.name ?? sender.site, creator: 'Galley' })
  const direction = directionOf(title)
  const page = (draw: (pen: Pen) => void) => {
    const context = document.beginPage(width, height) as unknown as SKRSContext2D
    // A ligature is one sign without letters of its own: whoever copies the words would lose them.
    context.letterSpacing = '0.01px'
    draw(new Pen(context, sender.language, direction))
    document.endPage()
  }
  page((pen) => drawTitle(pen, carousel, pictures))
  pages.forEach((one, index) => {
    page((pen) => drawPage(pen, one, carousel, `${index + 1} / ${pages.length}`))
  })
  page((pen) => drawClosing(pen, carousel))
  return document.close()
}

function drawTitle(pen: Pen, { kicker, title, text, sender }: Carousel, pictures: Pictures): void {
  paper(pen, { width, height }, sender.accent)
  drawKicker(pen, kicker, sender.accent, BOX)
  drawWords(pen, { title, text }, [120, 104, 90, 78, 66, 56], INK, SOFT, {
    ...BOX,
    y: BOX.y + 60,
    height: BOX.height - 200,
  })
  drawSender(pen, sender, pictures, { ...BOX, y: BOX.y + BOX.height - FOOT, height: FOOT })
}

function drawPage(pen: Pen, { mark, title, text, current }: Page, { sender }: Carousel, count: string): void {
  paper(pen, { width, height }, sender.accent)
  const { context } = pen
  if (mark !== '') {
    const { lines, size } = pen.fit(mark, {
      width: BOX.width - 40,
      most: 1,
      sizes: [96, 72, 54],
      weight: 800,
    })
    const y = BOX.y + 96
    if (current) {
      context.fillStyle = sender.accent
      context.globalAlpha = 0.12
      context.fillRect(18, BOX.y - 30, width - 36, 176)
      context.globalAlpha = 1
    }
    pen.lines({ lines, size }, { weight: 800, colour: sender.accent, leading: 1 }, { ...BOX, y })
  }
  const top = BOX.y + (mark === '' ? 0 : 180)
  const words = text === '' ? { title: '', text: title } : { title, text }
  const body = { ...BOX, y: top, height: BOX.y + BOX.height - FOOT - top - 30 }
  if (text === '') drawWords(pen, { title, text: '' }, [76, 68, 60, 52, 46, 40], INK, SOFT, body)
  else drawWords(pen, words, [76, 66, 58, 50], INK, SOFT, body)
  const style = { weight: 400, size: 28, colour: SOFT }
  const foot = { ...BOX, y: BOX.y + BOX.height - 20, width: BOX.width }
  pen.line(sender.site, { ...style, weight: 700 }, { ...foot, width: BOX.width - 160 })
  pen.line(count, style, foot, true)
}

function drawClosing(pen: Pen, { closing, sender }: Carousel): void {
  const { context } = pen
  context.fillStyle = sender.accent
  context.fillRect(0, 0, width, height)
  const body = { ...BOX, height: BOX.height - 200 }
  drawWords(pen, { title: closing.title, text: '' }, [96, 84, 72, 62, 54], PAPER, PAPER, body)
  const address = pen.fit(closing.address, { width: BOX.width, most: 2, sizes: [40, 34, 28], weight: 700 })
  const y = BOX.y + BOX.height - 80 - (address.lines.length - 1) * address.size * 1.3
  pen.lines(address, { weight: 700, colour: PAPER, leading: 1.3 }, { ...BOX, y })
  context.annotateLinkUrl(BOX.x, y - 50, BOX.x + BOX.width, BOX.y + BOX.height - 60, closing.url)
  pen.line(sender.site, { weight: 400, size: 30, colour: PAPER }, { ...BOX, y: BOX.y + BOX.height - 10 })
}

/** A title and words below it, in the middle of the box's height. */
function drawWords(
  pen: Pen,
  words: { title: string; text: string },
  sizes: number[],
  ink: string,
  soft: string,
  box: typeof BOX,
): void {
  const most = words.text === '' ? Math.floor(box.height / ((sizes.at(-1) ?? 1) * 1.25)) : 5
  const title = pen.fit(words.title, { width: box.width, height: box.height, most, sizes, weight: 700 })
  const room = box.height - heightOf(title, 1.2) - 56
  const text = pen.fit(words.text, {
    width: box.width,
    most: Math.max(1, Math.floor(room / (36 * 1.45))),
    sizes: [46, 42, 38, 36],
    weight: 400,
  })
  const gap = title.lines.length > 0 && text.lines.length > 0 ? 56 : 0
  const taken = heightOf(title, 1.2) + gap + heightOf(text, 1.45)
  const top = box.y + Math.max(0, (box.height - taken) / 2)
  const first = { ...box, y: top + title.size }
  const end =
    title.lines.length === 0 ? top : pen.lines(title, { weight: 700, colour: ink, leading: 1.2 }, first)
  pen.lines(text, { weight: 400, colour: soft, leading: 1.45 }, { ...box, y: end + gap + text.size })
}
