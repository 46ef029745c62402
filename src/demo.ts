/**
 * The demo content: put into a database that this program has just made, once, and taken out again on request.
 * `DATA_DIR/demo.json` remembers what it was, so that nothing of anybody else's is ever removed.
 */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { CollectionSlug, Payload } from 'payload'
import { exists } from '../database/exists.ts'
import { writeWhole } from '../media/write-whole.ts'
import { fileTypes } from './content-files/content-types.ts'
import { isPictureUsed } from './content-files/picture-use.ts'
import type { Galley } from './galley.ts'

type Remembered = { collection: string; uid: string; updatedAt: string }
type Record = { state: 'importing' | 'done'; documents: Remembered[]; pictures: string[] }
type Progress = (progress: { done: number; total: number; label?: string }) => void

/**
 * Imports the folder `demo/`, published, when `isNew` says that the database was just made and it holds nothing
 * yet; goes on with an import that was cut off. Else does nothing.
 */
export async function putDemoIn(options: {
  payload: Payload
  galley: Pick<Galley, 'settled'>
  dataDir: string
  isNew: boolean
  onProgress?: Progress
}): Promise<void> {
  const { payload, galley, dataDir, isNew, onProgress } = options
  const record = await load(dataDir)
  const isCutOff = record?.state === 'importing'
  if (!isCutOff && !(isNew && (await isEmpty(payload)))) return
  const folder = path.resolve('demo')
  if (!(await exists(folder))) {
    payload.logger.warn({ msg: `demo.missing: there is no ${folder}; Galley starts empty` })
    return
  }
  await save(dataDir, { state: 'importing', documents: [], pictures: [] })
  // Parsers of a megabyte, which a site needs once.
  const { importContent } = await import('./content-files/index.ts')
  const { documents, errors } = await importContent({ payload, paths: [folder], publish: true, onProgress })
  for (const error of errors) payload.logger.warn({ msg: `demo.file_failed: ${error}` })
  await galley.settled()
  const remembered: Remembered[] = []
  for (const { collection, uid } of documents) {
    const found = await find(payload, collection, uid)
    if (found) remembered.push({ collection, uid, updatedAt: found.updatedAt })
  }
  const { docs } = await payload.find({ collection: 'media', depth: 0, limit: 0, pagination: false })
  const pictures = docs.map((one) => String((one as { uid?: unknown }).uid))
  await save(dataDir, { state: 'done', documents: remembered, pictures })
}

export type Removal = {
  removed: number
  pictures: number
  /** `collection/slug` of documents that somebody has edited since; they stay, unless `all`. */
  kept: string[]
}

/** Deletes for good what `putDemoIn` has put in, and the pictures that nothing uses any more. */
export async function removeDemo(options: {
  payload: Payload
  galley: Pick<Galley, 'settled'>
  dataDir: string
  all?: boolean
  onProgress?: Progress
}): Promise<Removal> {
  const { payload, galley, dataDir, all = false, onProgress } = options
  // Half of it is not written down yet.
  await putDemoIn({ payload, galley, dataDir, isNew: false })
  const record = await load(dataDir)
  const removal: Removal = { removed: 0, pictures: 0, kept: [] }
  if (!record) return removal
  const stay: Remembered[] = []
  const total = record.documents.length
  for (const [index, one] of record.documents.toReversed().entries()) {
    onProgress?.({ done: index, total, label: one.collection })
    const found = await find(payload, one.collection, one.uid)
    if (!found) continue
    if (found.updatedAt !== one.updatedAt && !found.deletedAt && !all) {
      stay.unshift(one)
      removal.kept.push(`${one.collection}/${found.slug}`)
      continue
    }
    await deleteForGood(payload, one.collection, found.id)
    removal.removed += 1
  }
  const pictures: string[] = []
  for (const uid of record.pictures) {
    const found = await find(payload, 'media', uid)
    if (!found) continue
    if (await isPictureUsed(payload, found.id)) {
      pictures.push(uid)
      continue
    }
    await deleteForGood(payload, 'media', found.id)
    removal.pictures += 1
  }
  onProgress?.({ done: total, total })
  await save(dataDir, { state: 'done', documents: stay, pictures })
  return removal
}

async function isEmpty(payload: Payload): Promise<boolean> {
  for (const { collection } of [...fileTypes, { collection: 'media' }]) {
    const { totalDocs } = await payload.count({ collection: collection as CollectionSlug, trash: true })
    if (totalDocs > 0) return false
  }
  return true
}

type Found = { id: number | string; slug?: string; updatedAt: string; deletedAt?: string | null }

/** The newest version; also from the trash. */
async function find(payload: Payload, collection: string, uid: string): Promise<Found | undefined> {
  const { docs } = await payload.find({
    collection: collection as CollectionSlug,
    where: { uid: { equals: uid } },
    draft: (collection !== 'media') as never,
    trash: true,
    depth: 0,
    limit: 1,
    pagination: false,
    select: { slug: true, updatedAt: true, deletedAt: true } as never,
  })
  return docs[0] as Found | undefined
}

async function deleteForGood(payload: Payload, collection: string, id: number | string): Promise<void> {
  await payload.delete({
    collection: collection as CollectionSlug,
    id,
    trash: true,
    depth: 0,
    overrideAccess: true,
  })
}

const fileOf = (dataDir: string) => path.join(dataDir, 'demo.json')

async function load(dataDir: string): Promise<Record | null> {
  try {
    return JSON.parse(await readFile(fileOf(dataDir), 'utf8')) as Record
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** In one step: a start that is cut off leaves the old state. */
async function save(dataDir: string, record: Record): Promise<void> {
  await writeWhole(fileOf(dataDir), `${JSON.stringify(record, null, 2)}\n`)
}
