/** What an import has to know before it writes anything: which files are sound, and which documents they are about. */
import type { Payload } from 'payload'
import { Catalogue, type Listed } from './catalogue.ts'
import { type ContentFile, keyOfFile } from './content-file.ts'
import type { Desk } from './desk.ts'
import { identify } from './identify.ts'
import { type Loaded, loadFiles } from './load-files.ts'
import { Refusal } from './over-draft.ts'
import { Pictures } from './pictures.ts'
import { rejectBroken } from './plan.ts'
import { formatProblem, type Problem } from './problem.ts'
import { toProblems } from './save-error.ts'

export type Examined = {
  loaded: Loaded
  desk: Desk
  /** What can go in, as far as the files themselves tell. */
  sound: ContentFile[]
  faults: Faults
}

/** Reads the files and compares them with the database. Writes nothing; `rehearse`: nor will `desk.pictures`. */
export async function examine(options: {
  payload: Payload
  paths: readonly string[]
  signal?: AbortSignal
  rehearse?: boolean
}): Promise<Examined> {
  const { payload, paths, signal, rehearse = false } = options
  const loaded = await loadFiles(paths, signal)
  const catalogue = await Catalogue.load(payload)
  const pictures = await Pictures.load(payload, rehearse)
  const existing = new Map<ContentFile, Listed>()
  const desk: Desk = { payload, catalogue, pictures, existing, pictureFiles: loaded.pictureFiles }
  // Half of the files would miss what the other half holds.
  if (signal?.aborted) return { loaded, desk, sound: [], faults: new Faults([]) }
  const faults = new Faults(loaded.problems)
  const known = loaded.files.filter((file) => {
    const found = identify(file, catalogue)
    if ('problem' in found) faults.note(file, found.problem)
    else if (found.existing) existing.set(file, found.existing)
    if ('problem' in found) loaded.failed.set(keyOfFile(file), file.path)
    return !('problem' in found)
  })
  const { sound, rejected } = rejectBroken(known, {
    failed: loaded.failed,
    isStored(collection, slug) {
      const listed = catalogue.bySlug(collection, slug)
      return listed !== undefined && !listed.isTrashed
    },
    isTrashed: (collection, slug) => catalogue.bySlug(collection, slug)?.isTrashed ?? false,
    slugs: (collection) =>
      catalogue.all(collection).flatMap(({ slug, isTrashed }) => (isTrashed ? [] : [slug])),
  })
  for (const { file, problem } of rejected) faults.note(file, problem)
  return { loaded, desk, sound, faults }
}

/** What is wrong, file by file. */
export class Faults {
  readonly #list: { path: string; problem: Problem }[]

  constructor(list: readonly { path: string; problem: Problem }[]) {
    this.#list = [...list]
  }

  note(file: ContentFile, problem: Problem): void {
    this.#list.push({ path: file.path, problem })
  }

  /** Runs one step of a file; false: it failed, and why is noted. @throws what no change of the file can mend. */
  async attempt(file: ContentFile, step: () => Promise<unknown>): Promise<boolean> {
    try {
      await step()
      return true
    } catch (error) {
      const problems =
        error instanceof Refusal
          ? [{ line: file.lines.get(error.key) ?? 1, message: error.message }]
          : toProblems(error, file)
      if (!problems) throw error
      for (const problem of problems) this.note(file, problem)
      return false
    }
  }

  /** How many files, and `file:line: what is wrong, what to do`, by file and line. */
  report(): { failed: number; errors: string[] } {
    const paths = [...new Set(this.#list.map(({ path }) => path))].sort()
    const order = new Map(paths.map((path, index) => [path, index]))
    const sorted = this.#list.toSorted(
      (a, b) => (order.get(a.path) ?? 0) - (order.get(b.path) ?? 0) || a.problem.line - b.problem.line,
    )
    return {
      failed: paths.length,
      errors: sorted.map(({ path, problem }) => formatProblem(path, problem)),
    }
  }
}
