/** What an import would do, without doing it. */
import { setImmediate } from 'node:timers/promises'
import type { Field } from '../../collections/content-file/field.ts'
import { type ContentFile, keyOf, keyOfFile } from './content-file.ts'
import { type Desk, type Status, statusOf } from './desk.ts'
import { type Examined, examine } from './examine.ts'
import { fromValue, type Names } from './from-data.ts'
import type { ImportOptions } from './import.ts'
import { madeUpId } from './made-up-id.ts'
import { inOrder } from './plan.ts'
import { planSave } from './plan-save.ts'
import { rehearseSave, withRehearsals } from './rehearse.ts'
import { MissingTarget } from './to-data.ts'

/** `from` and `to`: the values in a few words, where they are short; else only the key is named. */
export type Change = { key: string; from?: string; to?: string }

export type PreviewedFile = {
  path: string
  outcome: 'create' | 'update' | 'unchanged'
  status: Status
  /** Empty for `create`. */
  changes: Change[]
}

export type Preview = {
  files: PreviewedFile[]
  /** Files that would be uploaded. */
  pictures: string[]
  failed: number
  /** `file:line: what is wrong, what to do`. */
  errors: string[]
  /** Files that were left because of `signal`. */
  left: number
}

/** Made-up ids of pictures are below. */
const FIRST_DOCUMENT = 1_000_000

/**
 * Reads the files, compares them with the database and runs each save up to the point of writing. What a file in
 * the set would make is there for the others under a made-up id.
 * @throws when the database fails.
 */
export async function previewImport(options: Omit<ImportOptions, 'onProgress'>): Promise<Preview> {
  const { payload, paths, publish, signal } = options
  const examined = await examine({ payload, paths, signal, rehearse: true })
  const { desk, faults, loaded } = examined
  const known = new Set(desk.pictures.all().map(({ id }) => id))
  addMadeUp(examined)
  const files: PreviewedFile[] = []
  const failed = new Set<string>()
  let left = signal?.aborted ? loaded.total : 0
  await withRehearsals(payload, async () => {
    for (const file of inOrder(examined.sound).flat()) {
      await setImmediate()
      if (signal?.aborted) {
        left += 1
        continue
      }
      const status = statusOf(file, publish)
      const isSound = await faults.attempt(file, async () => {
        for (const { collection, slug } of file.references) {
          if (failed.has(keyOf(collection, slug))) throw new MissingTarget(collection, slug)
        }
        files.push(await previewFile(file, status, desk))
      })
      if (!isSound && !desk.existing.has(file)) failed.add(keyOfFile(file))
    }
  })
  const pictures = desk.pictures.all().flatMap(({ id, filename }) => (known.has(id) ? [] : [filename]))
  return { files, pictures, ...faults.report(), left }
}

/** Puts the documents that files of the set would make into the catalogue. */
function addMadeUp({ desk, sound }: Examined): void {
  for (const [number, file] of sound.entries()) {
    if (desk.existing.has(file)) continue
    const id = madeUpId(desk.payload, FIRST_DOCUMENT + number)
    const { slug } = file
    desk.catalogue.add(file.type.collection, {
      id,
      uid: '',
      slug,
      mainSlug: slug,
      isLive: false,
      isTrashed: false,
    })
  }
}

async function previewFile(file: ContentFile, status: Status, desk: Desk): Promise<PreviewedFile> {
  const { payload, catalogue } = desk
  const { collection, fields } = file.type
  const { path, slug } = file
  const plan = await planSave(file, status, desk)
  if (plan.action === 'unchanged') return { path, outcome: 'unchanged', status, changes: [] }
  const { data } = plan
  if (plan.action === 'create') {
    await rehearseSave(payload, { collection, status, data })
    return { path, outcome: 'create', status, changes: [] }
  }
  const { newest, changed, isPublishing, names } = plan
  await rehearseSave(payload, { collection, status, id: newest.id, data })
  const slugs: Names = {
    slug: (type, id) => catalogue.byId(type, id)?.slug,
    picture: (id) => names.picture(id),
  }
  const changes = changed.map((key): Change => {
    if (key === 'slug') return { key, from: newest.slug, to: slug }
    const field = fields.find(({ name }) => name === key)
    return { key, ...(field ? inWords(field, newest[key], data[key], slugs) : {}) }
  })
  if (isPublishing) changes.push({ key: 'status', from: 'draft', to: 'published' })
  return { path, outcome: 'update', status, changes }
}

const SHORT = 60

function inWords(field: Field, from: unknown, to: unknown, names: Names): Omit<Change, 'key'> {
  const words = (value: unknown): string | undefined => {
    if (!['text', 'choice', 'number', 'boolean', 'date', 'day', 'relation'].includes(field.kind))
      return undefined
    const form = fromValue(value, field, names) ?? ('default' in field ? field.default : null)
    const text = form === null ? 'nothing' : typeof form === 'string' ? JSON.stringify(form) : String(form)
    return text.length > SHORT ? `${text.slice(0, SHORT)}…` : text
  }
  const [before, after] = [words(from), words(to)]
  return before === undefined || after === undefined ? {} : { from: before, to: after }
}
