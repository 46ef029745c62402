/** From paths to what the files say, each fault with its file and line. Touches no database. */
import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { breathe } from '../../database/breathe.ts'
import { type ContentFile, type GivenPicture, keyOf } from './content-file.ts'
import { findFiles } from './find-files.ts'
import { parseContentFile, type Source } from './parse.ts'
import { examinePicture, type PictureFile } from './picture-file.ts'
import type { Problem } from './problem.ts'
import { NO_FRONT_MATTER } from './split.ts'

export type Loaded = {
  files: ContentFile[]
  pictureFiles: Map<GivenPicture, PictureFile>
  problems: { path: string; problem: Problem }[]
  /** `collection:slug` of files with problems → their path. */
  failed: Map<string, string>
  /** How many files were found; paths that lead nowhere count. */
  total: number
}

const MOST_BYTES = 5_000_000

/** Reads every content file that the paths name, and looks at the pictures that they name. */
export async function loadFiles(paths: readonly string[], signal?: AbortSignal): Promise<Loaded> {
  const found = await findFiles(paths)
  const loaded: Loaded = {
    files: [],
    pictureFiles: new Map(),
    problems: [...found.problems],
    failed: new Map(),
    total: found.sources.length + found.problems.length,
  }
  const examined = new Map<string, ReturnType<typeof examinePicture>>()
  for (const source of found.sources) {
    if (signal?.aborted) break
    await loadFile(source, loaded, examined)
  }
  return loaded
}

async function loadFile(
  source: Source,
  loaded: Loaded,
  examined: Map<string, ReturnType<typeof examinePicture>>,
): Promise<void> {
  await breathe()
  const reading = read(source)
  const problems = [...reading.problems]
  if (isForPeople(source, problems)) {
    loaded.total -= 1
    return
  }
  for (const { picture, line } of reading.content?.pictures ?? []) {
    const key = JSON.stringify([source.file.replace(/[^\\/]*$/, ''), picture.src])
    const result = examined.get(key) ?? examinePicture(picture.src, source)
    examined.set(key, result)
    const outcome = await result
    if ('fault' in outcome) problems.push({ line, message: outcome.fault })
    else loaded.pictureFiles.set(picture, outcome.picture)
  }
  loaded.problems.push(...problems.map((problem) => ({ path: source.path, problem })))
  if (reading.content && problems.length === 0) loaded.files.push(reading.content)
  else if (reading.identity) {
    loaded.failed.set(keyOf(reading.identity.collection, reading.identity.slug), source.path)
  }
}

/** A README beside the content is no content, unless it says what it is. */
function isForPeople({ file }: Source, problems: readonly Problem[]): boolean {
  return /^readme\.md$/i.test(path.basename(file)) && problems[0]?.message === NO_FRONT_MATTER
}

/** At once: for files as small as these, to hand them to another thread and back takes several times as long. */
function read(source: Source): ReturnType<typeof parseContentFile> {
  const failed = (message: string) => ({
    path: source.path,
    problems: [{ line: 1, message }],
    content: null,
    identity: null,
  })
  try {
    const stats = statSync(source.file)
    // Opening a pipe would wait for ever.
    if (!stats.isFile()) return failed('this is no ordinary file: put one here, or delete it')
    const { size } = stats
    if (size > MOST_BYTES) {
      return failed(
        `the file has ${Math.round(size / 1e6)} MB; the most is ${MOST_BYTES / 1e6}: split the text`,
      )
    }
    return parseContentFile(readFileSync(source.file), source)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code) return failed(`the file cannot be read (${code}): check its permissions`)
    return failed(`Galley fails at this file (${message}): write it more simply, and report the fault`)
  }
}
