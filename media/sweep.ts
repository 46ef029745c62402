/** Takes away renditions and drawings that nobody needs any more, and what a crash has left half-written. */
import type { Dirent } from 'node:fs'
import { readdir, rename, stat, unlink } from 'node:fs/promises'
import path from 'node:path'
import { absent } from './absent.ts'
import { DRAWING_NAME } from './cards/drawing.ts'
import { RENDITION_NAME } from './rendition-name.ts'

export type Swept = { files: number; bytes: number }

const RECORD = /^([0-9a-f]{32})\.json$/
const UNFINISHED = /\.tmp$/

/**
 * Deletes renditions and drawings that are older than `before` and whose key `inUse` does not hold, and unfinished files of that
 * age. Other files stay. `inUse` is asked after the folder was read, so that what is younger than the question is
 * younger than `before`, too: leave an hour. Several processes may sweep one folder.
 */
export async function sweepRenditions(options: {
  directory: string
  before: Date
  inUse(): Promise<ReadonlySet<string>>
}): Promise<Swept> {
  const { directory, before } = options
  const swept: Swept = { files: 0, bytes: 0 }
  const entries = await readdir(directory, { withFileTypes: true }).catch(absent<Dirent[]>([]))
  const names = entries.filter((entry) => entry.isFile()).map(({ name }) => name)
  const take = async (file: string) => {
    const found = await stat(file).catch(absent(null))
    if (!found || found.mtime >= before) return
    await unlink(file).catch(absent(undefined))
    swept.files += 1
    swept.bytes += found.size
  }

  const filesByKey = new Map<string, string[]>()
  for (const name of names) {
    const key = (RENDITION_NAME.exec(name) ?? DRAWING_NAME.exec(name) ?? RECORD.exec(name))?.[1]
    if (key) filesByKey.set(key, [...(filesByKey.get(key) ?? []), name])
    else if (UNFINISHED.test(name)) await take(path.join(directory, name))
  }
  const used = filesByKey.size > 0 ? await options.inUse() : new Set()
  for (const [key, files] of filesByKey) {
    if (used.has(key)) continue
    if (!(await retire(path.join(directory, `${key}.json`), before))) continue
    for (const name of files.filter((name) => !RECORD.test(name))) await take(path.join(directory, name))
    await take(path.join(directory, retired(`${key}.json`)))
  }
  return swept
}

/**
 * Puts the record aside first: whoever makes the same renditions now finds none and makes them anew. False when
 * somebody has just taken the renditions up (`makeRenditions` gives their record a new date).
 */
async function retire(record: string, before: Date): Promise<boolean> {
  const isYoung = async (file: string) => ((await stat(file).catch(absent(null)))?.mtime ?? 0) >= before
  if (await isYoung(record)) return false
  await rename(record, retired(record)).catch(absent(undefined))
  if (!(await isYoung(retired(record)))) return true
  await rename(retired(record), record).catch(absent(undefined))
  return false
}

function retired(record: string): string {
  return `${record}.retired.tmp`
}
