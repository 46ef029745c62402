/**
 * Payload deletes an original before the row that replaces it is saved, and a save may fail. So a second name keeps
 * the bytes until it is known how the save ended; after a crash `restoreOriginals` finds them at the next start.
 */
import { randomUUID } from 'node:crypto'
import { copyFile, link, readdir, rename, stat, unlink } from 'node:fs/promises'
import path from 'node:path'
import { absent, exists } from './absent.ts'

const KEPT = /^(.+)\.[0-9a-f-]{36}\.replaced$/

/**
 * Answers what to call when the save has ended, with the name that the row has then; null: nothing to keep.
 * @throws when the disk fails: nothing may be replaced then.
 */
export async function keepOriginal(
  directory: string,
  filename: string,
): Promise<((current: string | null) => Promise<void>) | null> {
  const original = path.join(directory, filename)
  const kept = `${original}.${randomUUID()}.replaced`
  const keep = async () => {
    // Not every volume has hard links.
    await link(original, kept).catch(() => copyFile(original, kept))
    return true
  }
  if (!(await keep().catch(absent(false)))) return null
  return async (current) => {
    if (current === filename && !(await exists(original))) await rename(kept, original)
    else await unlink(kept).catch(absent(undefined))
  }
}

/**
 * Puts back originals whose replacement was never saved, and deletes what was kept before `before` and is not
 * needed. `isNeeded`: whether a row has this file name.
 */
export async function restoreOriginals(options: {
  directory: string
  before: Date
  isNeeded(filename: string): Promise<boolean>
}): Promise<void> {
  const { directory, before, isNeeded } = options
  for (const name of await readdir(directory).catch(absent<string[]>([]))) {
    const filename = KEPT.exec(name)?.[1]
    if (!filename) continue
    const [kept, original] = [path.join(directory, name), path.join(directory, filename)]
    const since = (await stat(kept).catch(absent(null)))?.ctime
    if (!since) continue
    if (!(await exists(original)) && (await isNeeded(filename))) {
      await rename(kept, original).catch(absent(undefined))
    } else if (since < before) await unlink(kept).catch(absent(undefined))
  }
}
