/** The foot of cards and pages: who says it, and the site with its mark. */
import path from 'node:path'
import { type Image, loadImage } from '@napi-rs/canvas'
import { RENDITION_NAME } from '../rendition-name.ts'
import type { FileName, Sender } from './drawing.ts'
import { INK, SOFT } from './palette.ts'
import type { Pen } from './pen.ts'

export type Pictures = { photo: Image | null; mark: Image | null }

type Box = { x: number; y: number; width: number; height: number }

const GAP = 22

export async function openPictures({ person, mark }: Sender, directory: string): Promise<Pictures> {
  const open = async (name: FileName) =>
    name && RENDITION_NAME.test(name) ? loadImage(path.join(directory, name)).catch(() => null) : null
  return { photo: await open(person?.photo ?? null), mark: await open(mark) }
}

/** The person where reading begins, the site at the end; without a person the site alone, where reading begins. */
export function drawSender(pen: Pen, { person, site, accent }: Sender, pictures: Pictures, box: Box): void {
  const half = (box.width - 60) / 2
  const isRight = pen.direction === 'rtl'
  const named = person && person.name !== ''
  if (named) {
    const size = box.height
    const x = isRight ? box.x + box.width - size : box.x
    drawRound(pen, pictures.photo, person.name, accent, { x, y: box.y, width: size, height: size })
    const width = half + 60 - size - GAP
    const at = { x: isRight ? box.x + box.width - size - GAP - width : box.x + size + GAP, width }
    const name = pen.fit(person.name, { width, most: 1, sizes: [30, 26], weight: 700 })
    const role = pen.fit(person.role, { width, most: 1, sizes: [24, 22], weight: 400 })
    const middle = box.y + size / 2
    const isAlone = role.lines.length === 0
    pen.lines(name, { weight: 700, colour: INK, leading: 1 }, { ...at, y: middle + (isAlone ? 10 : -6) })
    pen.lines(role, { weight: 400, colour: SOFT, leading: 1 }, { ...at, y: middle + 28 })
  }
  drawSite(pen, site, pictures.mark, named ? half : box.width, box, Boolean(named))
}

function drawSite(pen: Pen, site: string, mark: Image | null, width: number, box: Box, end: boolean): void {
  const size = mark ? 56 : 0
  const { lines, size: letters } = pen.fit(site, {
    width: width - size - GAP,
    most: 1,
    sizes: [28, 24],
    weight: 700,
  })
  const y = box.y + box.height / 2
  const isRight = (pen.direction === 'rtl') !== end
  const edge = isRight ? box.x + box.width : box.x
  if (mark)
    drawImage(pen, mark, { x: isRight ? edge - size : edge, y: y - size / 2, width: size, height: size })
  const inset = mark ? size + 16 : 0
  const x = isRight ? edge - inset - width : edge + inset
  pen.line(lines[0] ?? '', { weight: 700, size: letters, colour: INK }, { x, y: y + 10, width }, end)
}

/** A round photo, else the name's first letter. */
function drawRound(pen: Pen, photo: Image | null, name: string, accent: string, box: Box): void {
  const { context } = pen
  context.save()
  context.beginPath()
  context.arc(box.x + box.width / 2, box.y + box.height / 2, box.width / 2, 0, 2 * Math.PI)
  context.clip()
  if (photo) drawImage(pen, photo, box)
  else {
    context.fillStyle = accent
    context.fillRect(box.x, box.y, box.width, box.height)
  }
  context.restore()
  if (photo) return
  const [letter = ''] = name.toUpperCase().match(/[\p{L}\p{N}]\p{M}*/u) ?? []
  const { lines, size } = pen.fit(letter, { width: box.width, most: 1, sizes: [40], weight: 700 })
  const [drawn = ''] = lines
  context.fillStyle = '#ffffff'
  context.textAlign = 'center'
  if (drawn !== '') context.fillText(drawn, box.x + box.width / 2, box.y + box.height / 2 + size * 0.36)
}

/** The middle of the picture, so that it covers the box. */
function drawImage({ context }: Pen, image: Image, { x, y, width, height }: Box): void {
  const scale = Math.max(width / image.width, height / image.height)
  const [w, h] = [width / scale, height / scale]
  context.drawImage(image, (image.width - w) / 2, (image.height - h) / 2, w, h, x, y, width, height)
}
