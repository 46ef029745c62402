/** The data of a document, read without depth → the values of its file: what is printed, and what is compared. Pure. */

import type { Field } from '../../collections/content-file/field.ts'
import type { Block } from '../../pipelines/rich-text/block.ts'
import { mapDocuments } from '../../pipelines/rich-text/documents.ts'
import { fromLexical } from '../../pipelines/rich-text/from-lexical.ts'
import { normalise } from '../../pipelines/rich-text/normalise.ts'
import { mapPictures } from './body-pictures.ts'
import type { GivenPicture } from './content-file.ts'
import type { Data, Id } from './to-data.ts'

/** What the ids of a document mean; undefined: it is not there, and the pointer is left out. */
export type Names = {
  slug(collection: string, id: Id): string | undefined
  /** `alt`, `credit` and `focalPoint` only where they are not the default. */
  picture(id: Id): GivenPicture | undefined
}

/** `null` only where emptiness has to be written, because the default would be another thing. */
export type Form =
  | null
  | string
  | number
  | boolean
  | string[]
  | GivenPicture
  | Block[]
  | [name: string, value: number][]
  | FormGroup
  | (FormGroup | string)[]
export type FormGroup = { [member: string]: Form }

/** The values that a file of this document has; what is empty or the default is left out. */
export function fromData(data: Data, fields: readonly Field[], names: Names): FormGroup {
  const form: FormGroup = {}
  for (const field of fields) {
    const value = fromValue(data[field.name], field, names)
    if (value !== undefined) form[field.name] = value
  }
  return form
}

/** Undefined: nothing to write. */
export function fromValue(value: unknown, field: Field, names: Names, inGroup = false): Form | undefined {
  const isEmpty = value === null || value === undefined || value === ''
  switch (field.kind) {
    case 'text':
      return isEmpty ? undefined : String(value)
    case 'choice':
    case 'number':
    case 'boolean':
      if (isEmpty) return field.shown ? null : undefined
      return value === field.default && (inGroup || !field.shown) ? undefined : (value as Form)
    case 'date':
      return isEmpty ? undefined : new Date(value as string).toISOString().replace('.000Z', 'Z')
    case 'day':
      return isEmpty ? undefined : new Date(value as string).toISOString().slice(0, 10)
    case 'texts':
      return nonEmpty((value ?? []) as string[])
    case 'relation':
      return isEmpty ? undefined : names.slug(field.to, value as Id)
    case 'relations':
      return nonEmpty(((value ?? []) as Id[]).flatMap((id) => names.slug(field.to, id) ?? []))
    case 'picture':
      return isEmpty ? undefined : names.picture(value as Id)
    case 'group':
      return fromGroup((value ?? {}) as Data, field.fields, names)
    case 'rows': {
      const forms = ((value ?? []) as Data[]).map((row) => fromData(row, field.fields, names))
      return nonEmpty(forms.map((row) => toShorthand(row, field.shorthand)))
    }
    case 'map':
      return nonEmpty(
        ((value ?? []) as Data[]).map((row): [string, number] => [
          String(row[field.key]),
          Number(row[field.value]),
        ]),
      )
    case 'richText':
      return nonEmpty(fromStored(fromLexical(value), names))
  }
}

/** Defaults alone are nothing; beside something else those that are `shown` are written. */
function fromGroup(data: Data, fields: readonly Field[], names: Names): FormGroup | undefined {
  const says = fields.some((field) => fromValue(data[field.name], field, names, true) !== undefined)
  return says ? fromData(data, fields, names) : undefined
}

function toShorthand(row: FormGroup, member: string | undefined): FormGroup | string {
  const [only, ...others] = Object.keys(row)
  const value = member && only === member && others.length === 0 ? row[member] : undefined
  return typeof value === 'string' ? value : row
}

function nonEmpty<T>(list: T[]): T[] | undefined {
  return list.length > 0 ? list : undefined
}

function fromStored(blocks: Block[], names: Names): Block[] {
  const withPictures = mapPictures(blocks, (embed) => {
    const found = names.picture(embed.image.ref)
    if (!found) return undefined
    const { alt = found.alt, ...others } = embed
    return { ...others, ...(alt ? { alt } : {}), image: { collection: 'media', ref: found.src } }
  })
  const withSlugs = mapDocuments(withPictures, ({ collection, ref }) => {
    if (collection === 'media') return { collection, ref }
    const slug = names.slug(collection, ref)
    return slug === undefined ? null : { collection, ref: slug }
  })
  return normalise(withSlugs)
}
