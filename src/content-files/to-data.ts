/** What a file says → the data of its document: slugs become ids, Markdown becomes editor state. Pure. */

import type { Field } from '../../collections/content-file/field.ts'
import type { Block } from '../../pipelines/rich-text/block.ts'
import { mapDocuments } from '../../pipelines/rich-text/documents.ts'
import { toLexical } from '../../pipelines/rich-text/to-lexical.ts'
import { type BodyPicture, mapPictures, toGivenPicture } from './body-pictures.ts'
import type { Given, GivenGroup, GivenPicture } from './content-file.ts'

export type Id = number | string
export type Data = { [field: string]: unknown }

/** Where the things are that a file points to. */
export type Targets = {
  /** Undefined: not there (yet). */
  document(collection: string, slug: string): Id | undefined
  /** `alt`: the picture's own. */
  picture(picture: GivenPicture, inBody: boolean): { id: Id; alt: string } | undefined
}

/** Something that a file points to is not in the database; `at` is the key. */
export class MissingTarget extends Error {
  constructor(
    readonly collection: string,
    readonly slug: string,
  ) {
    super(`${collection}/${slug}`)
  }
}

/**
 * The data of every key that the file has.
 * @throws MissingTarget
 */
export function toData(values: GivenGroup, fields: readonly Field[], targets: Targets): Data {
  const data: Data = {}
  for (const field of fields) {
    const given = values[field.name]
    if (given !== undefined) data[field.name] = toValue(given, field, targets)
  }
  return data
}

/** The same without the keys that point to something which is not there yet. */
export function toPartialData(values: GivenGroup, fields: readonly Field[], targets: Targets): Data {
  const data: Data = {}
  for (const field of fields) {
    try {
      Object.assign(data, toData(values, [field], targets))
    } catch (error) {
      if (!(error instanceof MissingTarget)) throw error
    }
  }
  return data
}

function toValue(given: Given, field: Field, targets: Targets): unknown {
  const id = (collection: string, slug: string): Id => {
    const found = targets.document(collection, slug)
    if (found === undefined) throw new MissingTarget(collection, slug)
    return found
  }
  switch (field.kind) {
    case 'text':
    case 'choice':
    case 'number':
    case 'boolean':
    case 'date':
    case 'day':
      return given === '' ? null : given
    case 'texts':
      return given ?? []
    case 'relation':
      return given === null ? null : id(field.to, given as string)
    case 'relations':
      return ((given ?? []) as string[]).map((slug) => id(field.to, slug))
    case 'picture':
      return given === null ? null : pictureId(given as GivenPicture, targets)
    case 'group':
      // An emptied group empties each member.
      return toData((given ?? emptied(field.fields)) as GivenGroup, field.fields, targets)
    case 'rows':
      return ((given ?? []) as GivenGroup[]).map((row) => ({
        ...defaultsOf(field.fields),
        ...toData(row, field.fields, targets),
      }))
    case 'map':
      return ((given ?? []) as [string, number][]).map(([name, value]) => ({
        [field.key]: name,
        [field.value]: value,
      }))
    case 'richText':
      return given === null ? null : toLexical(toStored(given as Block[], id, targets))
  }
}

/** A row is written as a whole: what it leaves out is what the collection would fill in. */
function defaultsOf(fields: readonly Field[]): Data {
  return Object.fromEntries(
    fields.flatMap((field) => ('default' in field ? [[field.name, field.default]] : [])),
  )
}

function emptied(fields: readonly Field[]): GivenGroup {
  return Object.fromEntries(fields.map(({ name }) => [name, null]))
}

function pictureId(given: GivenPicture, targets: Targets): Id {
  const found = targets.picture(given, false)
  if (!found) throw new MissingTarget('media', given.src)
  return found.id
}

function toStored(blocks: Block[], id: (collection: string, slug: string) => Id, targets: Targets): Block[] {
  const withPictures = mapPictures(blocks, (embed): BodyPicture => {
    const found = targets.picture(toGivenPicture(embed), true)
    if (!found) throw new MissingTarget('media', String(embed.image.ref))
    const { alt, ...others } = embed
    const own = alt && alt !== found.alt ? { alt } : {}
    return { ...others, ...own, image: { collection: 'media', ref: found.id } }
  })
  return mapDocuments(withPictures, ({ collection, ref }) =>
    collection === 'media' ? { collection, ref } : { collection, ref: id(collection, String(ref)) },
  )
}
