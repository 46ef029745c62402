/** Content files into the database. What is wrong with one file does not keep the others out. */
import { setImmediate, setTimeout } from 'node:timers/promises'
import type { Payload } from 'payload'
import { together } from '../../database/together.ts'
import { Catalogue, type Listed } from './catalogue.ts'
import type { ContentFile } from './content-file.ts'
import { identify } from './identify.ts'
import { loadFiles } from './load-files.ts'
import { Refusal } from './over-draft.ts'
import { Pictures } from './pictures.ts'
import { inOrder, neededEarly, rejectBroken, type Unit } from './plan.ts'
import { formatProblem, type Problem } from './problem.ts'
import { type Desk, saveFile, saveStub } from './save.ts'
import { toProblems } from './save-error.ts'
import type { Id } from './to-data.ts'

/** Files are saved in transactions of this length, so that the disk is waited for less often. */
const TOGETHER_MS = 100
/** Between them other processes, a running server for one, get their turn to write. */
const OTHERS_TURN_MS = 10

export type ImportOptions = {
  payload: Payload
  /** Files and folders. */
  paths: readonly string[]
  /** Publish what does not say `status: draft`. Else only what says `status: published` is. */
  publish: boolean
  onProgress?: (progress: { done: number; total: number; label?: string }) => void
  /** Aborted: what is at hand is finished, the rest is left. */
  signal?: AbortSignal
}

export type ImportResult = {
  created: number
  updated: number
  unchanged: number
  /** Files, not faults. */
  failed: number
  /** `file:line: what is wrong, what to do`. */
  errors: string[]
  /** What the files made or found, in the order in which they went in. */
  documents: { type: string; uid: string; collection: string; id: Id }[]
  /** Pictures that were uploaded. */
  pictures: { uid: string; id: Id }[]
  /** Files that were left because of `signal`. */
  left: number
}

/**
 * Imports, idempotent by type and slug (or uid). A key that a file does not have is left alone in its document.
 * @throws when the database fails; what is wrong with files is in the result.
 */
export async function importContent(options: ImportOptions): Promise<ImportResult> {
  const { payload, paths, publish, onProgress, signal } = options
  const loaded = await loadFiles(paths, signal)
  const catalogue = await Catalogue.load(payload)
  const pictures = await Pictures.load(payload)
  const existing = new Map<ContentFile, Listed>()
  const desk: Desk = { payload, catalogue, pictures, existing, pictureFiles: loaded.pictureFiles }
  const faults = [...loaded.problems]
  const report = (file: ContentFile, problem: Problem) => faults.push({ path: file.path, problem })

  const known = loaded.files.filter((file) => {
    const found = identify(file, catalogue)
    if ('problem' in found) report(file, found.problem)
    else if (found.existing) existing.set(file, found.existing)
    if ('problem' in found) loaded.failed.set(`${file.type.collection}:${file.slug}`, file.path)
    return !('problem' in found)
  })
  const { sound, rejected } = rejectBroken(known, {
    failed: loaded.failed,
    isStored(collection, slug) {
      const listed = catalogue.bySlug(collection, slug)
      return listed !== undefined && !listed.isTrashed
    },
    slugs: (collection) => catalogue.all(collection).map(({ slug }) => slug),
  })
  for (const { file, problem } of rejected) report(file, problem)

  const counts = { created: 0, updated: 0, unchanged: 0 }
  const documents: ImportResult['documents'] = []
  let done = loaded.total - sound.length
  const before = new Set(pictures.all().map(({ id }) => id))
  const statusOf = ({ status }: ContentFile) => status ?? (publish ? 'published' : 'draft')

  /** Runs one step of a file; false: it failed, and why is noted. */
  const attempt = async (file: ContentFile, step: () => Promise<unknown>): Promise<boolean> => {
    try {
      await step()
      return true
    } catch (error) {
      const problems =
        error instanceof Refusal
          ? [{ line: file.lines.get(error.key) ?? 1, message: error.message }]
          : toProblems(error, file)
      if (!problems) throw error
      for (const problem of problems) report(file, problem)
      return false
    }
  }

  const saveUnit = async (unit: Unit) => {
    const made = new Set<ContentFile>()
    const broken = new Set<ContentFile>()
    for (const file of neededEarly(unit)) {
      if (existing.has(file)) continue
      if (await attempt(file, () => saveStub(file, desk))) made.add(file)
      else broken.add(file)
    }
    for (const file of unit) {
      onProgress?.({ done, total: loaded.total, label: `${file.type.collection}/${file.slug}` })
      done += 1
      if (broken.has(file)) continue
      await attempt(file, async () => {
        const outcome = await saveFile(file, statusOf(file), desk)
        counts[made.has(file) ? 'created' : outcome] += 1
        const { uid = '', id = '' } = existing.get(file) ?? {}
        documents.push({ type: file.type.type, uid, collection: file.type.collection, id })
      })
    }
  }

  const units = inOrder(sound)
  for (let next = 0; next < units.length && !signal?.aborted; ) {
    await together(payload.db, async () => {
      const start = performance.now()
      while (next < units.length && !signal?.aborted && performance.now() - start < TOGETHER_MS) {
        await saveUnit(units[next++] ?? [])
        // SQLite's driver is synchronous: without this neither signals nor timers get a turn.
        await setImmediate()
      }
    })
    await setTimeout(OTHERS_TURN_MS)
  }
  onProgress?.({ done, total: loaded.total })
  const left = loaded.total - done
  const order = new Map(
    [...new Set(faults.map(({ path }) => path))].sort().map((path, index) => [path, index]),
  )
  faults.sort(
    (a, b) => (order.get(a.path) ?? 0) - (order.get(b.path) ?? 0) || a.problem.line - b.problem.line,
  )
  return {
    ...counts,
    failed: order.size,
    errors: faults.map(({ path, problem }) => formatProblem(path, problem)),
    documents,
    pictures: pictures.all().flatMap(({ id, uid }) => (before.has(id) ? [] : [{ id, uid }])),
    left,
  }
}
