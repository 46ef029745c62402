/** Cuts a rendition to the size of a post's picture. */
import { mkdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { inTurn, openPicture } from '../decode.ts'
import { writeWhole } from '../write-whole.ts'
import { type Crop, SIZES } from './drawing.ts'

/** Writes the JPEG `name` into `directory`, where the source is. @throws when that is not there. */
export async function drawCrop({ size, source }: Crop, directory: string, name: string): Promise<void> {
  const original = await readFile(path.join(directory, source))
  const { width, height } = SIZES[size]
  const bytes = await inTurn(() =>
    openPicture(original)
      .resize(width, height, { fit: 'cover' })
      .jpeg({ quality: 82, progressive: true })
      .toBuffer(),
  )
  await mkdir(directory, { recursive: true })
  await writeWhole(path.join(directory, name), bytes)
}
