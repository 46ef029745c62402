/** Content files into the database. What is wrong with one file does not keep the others out. */
import { setImmediate, setTimeout } from 'node:timers/promises'
import type { Payload } from 'payload'
import { together } from '../../database/together.ts'
import type { ContentFile } from './content-file.ts'
import { statusOf } from './desk.ts'
import { examine } from './examine.ts'
import { inOrder, neededEarly, type Unit } from './plan.ts'
import { removeStub, saveFile, saveStub } from './save.ts'
import type { Id } from './to-data.ts'

/** Files are saved in transactions of this length, so that the disk is waited for less often. */
const TOGETHER_MS = 200
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
  /** Live documents with somebody's newer draft that the file has replaced (it stays in the versions): `folder/slug`. */
  kept: string[]
  /** Files that were left because of `signal`. */
  left: number
}

/**
 * Imports, idempotent by type and slug (or uid). A key that a file does not have is left alone in its document.
 * @throws when the database fails; what is wrong with files is in the result.
 */
export async function importContent(options: ImportOptions): Promise<ImportResult> {
  const { payload, paths, publish, onProgress, signal } = options
  const { loaded, desk, sound, faults } = await examine({ payload, paths, signal })
  const { existing, pictures } = desk
  const counts = { created: 0, updated: 0, unchanged: 0 }
  const documents: ImportResult['documents'] = []
  const kept: string[] = []
  let done = signal?.aborted ? 0 : loaded.total - sound.length
  const before = new Set(pictures.all().map(({ id }) => id))

  const saveUnit = async (unit: Unit) => {
    const made = new Set<ContentFile>()
    const broken = new Set<ContentFile>()
    const saved = new Set<ContentFile>()
    for (const file of neededEarly(unit)) {
      if (existing.has(file)) continue
      if (await faults.attempt(file, () => saveStub(file, desk))) made.add(file)
      else broken.add(file)
    }
    for (const file of unit) {
      onProgress?.({ done, total: loaded.total, label: `${file.type.collection}/${file.slug}` })
      done += 1
      if (broken.has(file)) continue
      const isSaved = await faults.attempt(file, async () => {
        const hadDraft = existing.get(file)?.hasNewerDraft
        const outcome = await saveFile(file, statusOf(file, publish), desk)
        if (hadDraft && outcome === 'updated') kept.push(`${file.type.collection}/${file.slug}`)
        counts[made.has(file) ? 'created' : outcome] += 1
        const { uid = '', id = '' } = existing.get(file) ?? {}
        documents.push({ type: file.type.type, uid, collection: file.type.collection, id })
      })
      if (isSaved) saved.add(file)
    }
    for (const file of made) if (!saved.has(file)) await removeStub(file, saved, desk)
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
  return {
    ...counts,
    ...faults.report(),
    documents,
    kept,
    pictures: pictures.all().flatMap(({ id, uid }) => (before.has(id) ? [] : [{ id, uid }])),
    left,
  }
}
