/** The content files that paths of a command line name. */
import { lstat, readdir, realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import { fileTypes } from './content-types.ts'
import type { Source } from './parse.ts'
import type { Problem } from './problem.ts'

export type Found = { sources: Source[]; problems: { path: string; problem: Problem }[] }

const FOLDERS = new Set(fileTypes.map(({ collection }) => collection))

/** Every `.md` below the folders and each file named, sorted, each once. Links and hidden folders are not followed. */
export async function findFiles(paths: readonly string[]): Promise<Found> {
  const found: Found = { sources: [], problems: [] }
  const seen = new Set<string>()
  for (const given of paths) {
    const place = path.resolve(given)
    const stats = await lstat(await realpath(place).catch(() => place)).catch(() => null)
    if (!stats) note(found, place, 'there is no such file or folder: check the path')
    else if (stats.isDirectory()) await walk(place, rootOf(place), found, seen)
    else addFile(place, rootOf(path.dirname(place)), found, seen)
  }
  return found
}

/** The folder that holds a set: pictures stand beside the folders of the types. */
function rootOf(folder: string): string {
  return FOLDERS.has(path.basename(folder)) ? path.dirname(folder) : folder
}

async function walk(folder: string, root: string, found: Found, seen: Set<string>): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    note(found, folder, `the folder cannot be read (${error.code}): check its permissions`)
    return []
  })
  entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries) {
    const place = path.join(folder, entry.name)
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
    if (entry.isDirectory()) await walk(place, root, found, seen)
    else if (entry.isSymbolicLink() && (await isFolder(place)))
      note(found, place, 'this is a symbolic link to a folder: put the folder itself here')
    else if (!isMarkdown(entry.name)) continue
    else if (entry.isSymbolicLink()) note(found, place, 'this is a symbolic link: put the file itself here')
    else addFile(place, root, found, seen)
  }
}

async function isFolder(place: string): Promise<boolean> {
  return stat(place).then(
    (stats) => stats.isDirectory(),
    // A link to nowhere, or in a circle.
    () => false,
  )
}

function addFile(file: string, root: string, found: Found, seen: Set<string>): void {
  if (seen.has(file)) return
  seen.add(file)
  found.sources.push({ path: shown(file), file, root })
}

function note(found: Found, place: string, message: string): void {
  found.problems.push({ path: shown(place), problem: { line: 1, message } })
}

const isMarkdown = (name: string) => /\.md$/i.test(name)

/** As somebody in the working directory would type it. */
function shown(file: string): string {
  return path.relative(process.cwd(), file) || file
}
