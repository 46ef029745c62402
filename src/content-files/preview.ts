/** What an import would do, without doing it. */
import { setImmediate } from 'node:timers/promises'
import type { Field } from '../../collections/content-file/field.ts'
import type { ContentFile } from './content-file.ts'
import { type Examined, examine } from './examine.ts'
import { fromValue, type Names } from './from-data.ts'
import type { ImportOptions } from './import.ts'
import { madeUpId } from './made-up-id.ts'
import { refuseOverDraft } from './over-draft.ts'
import { inOrder } from './plan.ts'
import { rehearseSave, withRehearsals } from './rehearse.ts'
import { differences } from './same.ts'
import { type Desk, load, namesFor, type Status, targetsFor } from './save.ts'
import { MissingTarget, toData } from './to-data.ts'

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
      const status = file.status ?? (publish ? 'published' : 'draft')
      const isSound = await faults.attempt(file, async () => {
        for (const { collection, slug } of file.references) {
          if (failed.has(`${collection}:${slug}`)) throw new MissingTarget(collection, slug)
        }
        files.push(await previewFile(file, status, desk))
      })
      if (!isSound && !desk.existing.has(file)) failed.add(`${file.type.collection}:${file.slug}`)
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
  const { payload, catalogue, existing } = desk
  const { collection, fields } = file.type
  const { path, slug, uid } = file
  const listed = existing.get(file)
  const newest = listed && (await load(payload, collection, listed.id, true))
  const data = toData(file.values, fields, await targetsFor(file, newest, desk))
  if (!newest) {
    const whole = { ...data, slug, ...(uid === undefined ? {} : { uid }) }
    await rehearseSave(payload, { collection, status, data: whole })
    return { path, outcome: 'create', status, changes: [] }
  }
  const names = namesFor(desk)
  const changed = differences(data, newest, fields, names)
  if (newest.slug !== slug) changed.push('slug')
  const isDraft = newest._status !== 'published'
  const isPublishing = status === 'published' && isDraft
  if (changed.length === 0 && !isPublishing) return { path, outcome: 'unchanged', status, changes: [] }
  if (isPublishing) {
    const live = listed?.isLive ? await load(payload, collection, newest.id, false) : undefined
    refuseOverDraft({ file, changed, newest, live, names })
  }
  await rehearseSave(payload, { collection, status, id: newest.id, data: { ...data, slug } })
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
