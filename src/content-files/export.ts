/** The database's content as content files. The same content gives the same bytes. */
import { copyFile, mkdir, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { CollectionSlug, Payload } from 'payload'
import type { FileType } from '../../collections/content-file/field.ts'
import { exists } from '../../database/exists.ts'
import { NO_JOINS } from '../../database/no-joins.ts'
import { Catalogue } from './catalogue.ts'
import type { GivenPicture } from './content-file.ts'
import { fileTypes } from './content-types.ts'
import { fromData, type Names } from './from-data.ts'
import { Pictures, type StoredPicture } from './pictures.ts'
import { printContentFile } from './print.ts'
import type { Data, Id } from './to-data.ts'

export type ExportOptions = {
  payload: Payload
  /** Made when it is missing; files of the same names are replaced. */
  directory: string
  /** Where the originals of pictures are. */
  uploadsDir: string
}

export type ExportResult = {
  files: number
  pictures: number
  /** Published documents with a newer draft, which is not exported: `folder/slug`. */
  newerDrafts: string[]
  /** Pictures whose original is not on disk. */
  missingPictures: string[]
}

const PAGE = 200

/** Writes every document that is not in the trash: the published one, or the draft of what never was published. */
export async function exportContent({
  payload,
  directory,
  uploadsDir,
}: ExportOptions): Promise<ExportResult> {
  const catalogue = await Catalogue.load(payload)
  const { names, used, missing } = await nameThings(catalogue, await Pictures.load(payload), uploadsDir)
  const result: ExportResult = { files: 0, pictures: 0, newerDrafts: [], missingPictures: missing }
  for (const type of fileTypes) {
    const folder = path.join(directory, type.collection)
    for await (const document of documentsOf(payload, type, catalogue)) {
      const isLive = document._status === 'published'
      const { slug, uid } = document
      if (isLive && catalogue.byId(type.collection, document.id)?.hasNewerDraft) {
        result.newerDrafts.push(`${type.collection}/${slug}`)
      }
      const status = isLive ? 'published' : 'draft'
      const text = printContentFile(type, { slug, uid, status }, fromData(document, type.fields, names))
      await mkdir(folder, { recursive: true })
      await putWhole(folder, `${slug}.md`, (file) => writeFile(file, text))
      result.files += 1
    }
  }
  if (used.size > 0) await mkdir(path.join(directory, 'images'), { recursive: true })
  for (const name of used) {
    await putWhole(path.join(directory, 'images'), name, (file) =>
      copyFile(path.join(uploadsDir, name), file),
    )
    result.pictures += 1
  }
  return result
}

type Document = Data & { id: Id; uid: string; slug: string; _status?: 'draft' | 'published' }

async function* documentsOf(
  payload: Payload,
  type: FileType,
  catalogue: Catalogue,
): AsyncGenerator<Document> {
  const listed = catalogue.all(type.collection).filter(({ isTrashed }) => !isTrashed)
  for (const isLive of [true, false]) {
    const ids = listed.filter((one) => one.isLive === isLive).map(({ id }) => id)
    for (let at = 0; at < ids.length; at += PAGE) {
      const { docs } = await payload.find({
        collection: type.collection as CollectionSlug,
        where: { id: { in: ids.slice(at, at + PAGE) } },
        draft: !isLive as never,
        depth: 0,
        joins: NO_JOINS,
        limit: 0,
        pagination: false,
        overrideAccess: true,
      })
      yield* docs as unknown as Document[]
    }
  }
}

/** An export that is cut off leaves the old file or the new one; an import does not look at hidden ones. */
async function putWhole(folder: string, name: string, write: (file: string) => Promise<void>): Promise<void> {
  const part = path.join(folder, `.${name}.part`)
  await write(part)
  await rename(part, path.join(folder, name))
}

/** Slugs for documents and paths for pictures; notes which pictures were asked for. */
async function nameThings(catalogue: Catalogue, pictures: Pictures, uploadsDir: string) {
  const fileNames = await fileNamesOf(pictures, uploadsDir)
  const used = new Set<string>()
  const names: Names = {
    slug(collection, id) {
      const listed = catalogue.byId(collection, id)
      if (!listed || listed.isTrashed) return undefined
      return listed.isLive ? listed.mainSlug : listed.slug
    },
    picture(id) {
      const name = fileNames.get(String(id))
      const stored = pictures.byId(id)
      if (!stored || !name) return undefined
      used.add(name)
      return toGiven(stored, `../images/${name}`)
    },
  }
  const missing = pictures.all().filter(({ id }) => !fileNames.has(String(id)))
  return { names, used, missing: missing.map(({ filename }) => filename) }
}

function toGiven({ alt, credit, focalPoint }: StoredPicture, src: string): GivenPicture {
  const isCentre = focalPoint.x === 50 && focalPoint.y === 50
  return { src, ...(alt ? { alt } : {}), ...(credit ? { credit } : {}), ...(isCentre ? {} : { focalPoint }) }
}

/** One name for the same bytes, however often they were uploaded: the shortest, then the first. */
async function fileNamesOf(pictures: Pictures, uploadsDir: string): Promise<Map<string, string>> {
  const byHash = new Map<string, StoredPicture[]>()
  for (const picture of pictures.all()) {
    const isThere = await exists(path.join(uploadsDir, picture.filename))
    const hash = isThere ? await pictures.hashOf(picture) : null
    if (hash) byHash.set(hash, [...(byHash.get(hash) ?? []), picture])
  }
  const names = new Map<string, string>()
  for (const same of byHash.values()) {
    const [name = ''] = same
      .map(({ filename }) => filename)
      .sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
    for (const { id } of same) names.set(String(id), name)
  }
  return names
}
