/** Sets of content files on disk, for tests that import them. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { CollectionSlug, Payload } from 'payload'
import { type ImportOptions, importContent } from '../../src/content-files/index.ts'

export type Files = { [file: string]: string | Buffer }

/** An article that has what it needs. */
export const article = (slug: string, more = '', text = 'Words.') =>
  `---\ntype: article\nslug: ${slug}\ntitle: ${slug}\n${more}---\n\n${text}\n`

/** A folder for sets; `remove` it at the end. */
export async function newScratch() {
  const folder = await mkdtemp(path.join(tmpdir(), 'galley-content-'))
  let made = 0
  return {
    folder,
    /** Writes a set of files into a folder of its own. */
    async set(files: Files): Promise<string> {
      made += 1
      const place = path.join(folder, `set-${made}`)
      await mkdir(place)
      for (const [file, content] of Object.entries(files)) {
        await mkdir(path.dirname(path.join(place, file)), { recursive: true })
        await writeFile(path.join(place, file), content)
      }
      return place
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

/** Messages with paths as they stand in the set. */
export function shorten(messages: readonly string[], folder: string): string[] {
  const prefix = `${path.relative(process.cwd(), folder)}${path.sep}`
  return messages.map((message) => message.replaceAll(prefix, ''))
}

/** Imports; paths in messages are shortened to those in the set. */
export async function take(payload: Payload, folder: string, options: Partial<ImportOptions> = {}) {
  const result = await importContent({ payload, paths: [folder], publish: false, ...options })
  return { ...result, errors: shorten(result.errors, folder) }
}

/** The newest version (or the main row) of what has this slug. */
export async function findBySlug(payload: Payload, collection: string, slug: string, draft = true) {
  const { docs } = await payload.find({
    collection: collection as CollectionSlug,
    where: { slug: { equals: slug } },
    draft: draft as never,
    depth: 0,
    trash: true,
  })
  return docs[0] as unknown as { [field: string]: unknown; id: number | string; _status: string }
}
