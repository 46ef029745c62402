import { rename, writeFile } from 'node:fs/promises'

/** Writes a file in one step: nobody ever reads half of it. What a crash leaves ends with `.tmp`. */
export async function writeWhole(file: string, bytes: Buffer | string): Promise<void> {
  const unfinished = `${file}.${process.pid}.${Math.random().toString(36).slice(2)}.tmp`
  await writeFile(unfinished, bytes)
  await rename(unfinished, file)
}
