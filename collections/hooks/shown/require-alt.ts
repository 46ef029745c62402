/** Nothing is published that shows a picture without alt text, or one from the trash. What is public stays. */
import {
  type CollectionBeforeChangeHook,
  type FlattenedField,
  type PayloadRequest,
  ValidationError,
} from 'payload'
import { NO_JOINS } from '../../../database/no-joins.ts'
import type { Block } from '../../../pipelines/rich-text/block.ts'
import { fromLexical } from '../../../pipelines/rich-text/from-lexical.ts'
import { mapBlocks } from '../../../pipelines/rich-text/walk.ts'

type Data = { [field: string]: unknown }

/** A picture where a document shows it. `path`: the field, as Payload names it. */
export type ShownPicture = { path: string; id: string; hasOwnAlt: boolean }

/** Place it after `collectReferences`. */
export const requireAlt: CollectionBeforeChangeHook = async ({ collection, data, originalDoc, req }) => {
  if (data._status !== 'published' || data.deletedAt || !data.shows?.media?.length) return data
  const shown = picturesIn(collection.flattenedFields, data)
  const faults = await faultsOf(shown, data.shows.media, req)
  if (faults.size === 0) return data
  const errors = [...faults].map(([path, messages]) => ({ path, message: [...messages].join(' ') }))
  throw new ValidationError({ collection: collection.slug, id: originalDoc?.id, errors, req }, req.t)
}

/** By path. */
async function faultsOf(shown: ShownPicture[], ids: (number | string)[], req: PayloadRequest) {
  type Row = { id: number | string; filename?: string; alt?: string; deletedAt?: string }
  const { docs } = await req.payload.db.find<Row>({
    collection: 'media',
    req,
    where: { id: { in: ids } },
    joins: NO_JOINS,
    limit: 0,
    pagination: false,
    select: { filename: true, alt: true, deletedAt: true },
  })
  const rows = new Map(docs.map((row) => [String(row.id), row]))
  const faults = new Map<string, Set<string>>()
  for (const { path, id, hasOwnAlt } of shown) {
    const row = rows.get(id)
    const message = row && faultOf(row, hasOwnAlt)
    if (message) faults.set(path, (faults.get(path) ?? new Set()).add(message))
  }
  return faults
}

function faultOf(row: { filename?: string; alt?: string; deletedAt?: string }, hasOwnAlt: boolean) {
  const name = `The picture “${row.filename}”`
  if (row.deletedAt) return `${name} is in the trash: restore it, or choose another one.`
  if (hasOwnAlt || row.alt?.trim()) return null
  return `${name} has no alt text: write there in one sentence what it shows, for people who cannot see it.`
}

/** Every picture in upload fields and texts, at any depth. Pure. */
export function picturesIn(fields: FlattenedField[], data: Data, prefix = ''): ShownPicture[] {
  return fields.flatMap((field): ShownPicture[] => {
    const value = data[field.name]
    if (value === null || value === undefined || field.name === 'shows' || field.name === 'references')
      return []
    const path = `${prefix}${field.name}`
    if (field.type === 'upload' && field.relationTo === 'media') {
      return [value].flat().map((one) => ({ path, id: idOf(one), hasOwnAlt: false }))
    }
    if (field.type === 'richText') return picturesInText(fromLexical(value), path)
    if (field.type === 'array' && Array.isArray(value)) {
      return value.flatMap((row, index) => picturesIn(field.flattenedFields, row ?? {}, `${path}.${index}.`))
    }
    if ('flattenedFields' in field && !Array.isArray(value)) {
      return picturesIn(field.flattenedFields, value as Data, `${path}.`)
    }
    return []
  })
}

function picturesInText(blocks: readonly Block[], path: string): ShownPicture[] {
  const found: ShownPicture[] = []
  mapBlocks(blocks, {
    block(block) {
      if (block.type === 'embed' && block.embed.kind === 'image') {
        const { image, alt } = block.embed
        found.push({ path, id: String(image.ref), hasOwnAlt: Boolean(alt?.trim()) })
      }
      return [block]
    },
  })
  return found
}

function idOf(value: unknown): string {
  return String(typeof value === 'object' && value !== null && 'id' in value ? value.id : value)
}
