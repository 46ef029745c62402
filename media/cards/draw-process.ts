/** A process that draws and nothing else: Skia's memory goes with it, and so would a crash of Skia's. */
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { writeWhole } from '../write-whole.ts'
import { drawCard } from './draw-card.ts'
import { drawCarousel } from './draw-carousel.ts'
import type { Card, Carousel } from './drawing.ts'

/** What the process is sent; it answers `{ fault }`, which is null when the file stands. */
export type Order = { directory: string; name: string; drawing: Card | Carousel }

process.on('message', async ({ directory, name, drawing }: Order) => {
  const fault = await draw({ directory, name, drawing }).then(
    () => null,
    (error: unknown) => String(error),
  )
  process.send?.({ fault })
})
// Whoever sent for it has gone.
process.on('disconnect', () => process.exit(0))

async function draw({ directory, name, drawing }: Order): Promise<void> {
  const bytes =
    drawing.kind === 'card' ? await drawCard(drawing, directory) : await drawCarousel(drawing, directory)
  await mkdir(directory, { recursive: true })
  await writeWhole(path.join(directory, name), bytes)
}
