/**
 * Every document that this one shows, from relation fields and from its texts, in one field: what “Where this
 * is used” of the others is read from.
 */
import type {
  CollectionBeforeChangeHook,
  CollectionSlug,
  FlattenedField,
  GlobalBeforeChangeHook,
  PayloadRequest,
} from 'payload'
import { NO_JOINS } from '../../../database/no-joins.ts'
import { documentsIn } from '../../../pipelines/rich-text/documents.ts'
import { fromLexical } from '../../../pipelines/rich-text/from-lexical.ts'
import { toFieldName } from '../../field-name.ts'

type Reference = { relationTo: string; value: number | string }
type Data = { [field: string]: unknown }

const KEPT = ['references', 'shows', 'usedIn']

/** Fills `references` and `shows` (DESIGN.md §3: documents shown by a block count as relations). */
export const collectReferences: CollectionBeforeChangeHook = async ({ collection, data, req }) => ({
  ...data,
  ...(await referencesOf(collection.flattenedFields, data, req)),
})

/** The same for a global, which nothing joins. */
export const collectGlobalReferences: GlobalBeforeChangeHook = async ({ global, data, req }) => ({
  ...data,
  references: (await referencesOf(global.flattenedFields, data, req)).references,
})

async function referencesOf(allFields: FlattenedField[], data: Data, req: PayloadRequest) {
  const fields = allFields.filter(({ name }) => !KEPT.includes(name))
  const kept = allFields.find(({ name }) => name === 'references')
  const types: string[] = kept && 'relationTo' in kept ? [kept.relationTo].flat() : []
  const all = [...fromFields(fields, data), ...(await existing(fromTexts(fields, data, req), req))]
  const known = all.filter(({ relationTo }) => types.includes(relationTo))
  const references = [...new Map(known.map((one) => [`${one.relationTo}:${one.value}`, one])).values()]
  const shown = types.map((type) => {
    const ofType = references.filter(({ relationTo }) => relationTo === type)
    return [toFieldName(type), ofType.map(({ value }) => value)]
  })
  return { references, shows: Object.fromEntries(shown) as { [type: string]: (number | string)[] } }
}

/** The documents in relation and upload fields, at any depth. Pure. */
export function fromFields(fields: FlattenedField[], data: Data): Reference[] {
  return fields.flatMap((field): Reference[] => {
    const value = data[field.name]
    if (value === null || value === undefined) return []
    if (field.type === 'relationship' || field.type === 'upload') {
      return [value].flat().flatMap((one) => toReference(field.relationTo, one))
    }
    if ('flattenedFields' in field) {
      return [value].flat().flatMap((row) => fromFields(field.flattenedFields, (row ?? {}) as Data))
    }
    return []
  })
}

function toReference(relationTo: string | string[], value: unknown): Reference[] {
  const { relationTo: type, value: inner } = Array.isArray(relationTo)
    ? (value as Reference)
    : { relationTo, value: value as unknown }
  const id = typeof inner === 'object' && inner !== null ? (inner as { id?: unknown }).id : inner
  return typeof id === 'string' || typeof id === 'number' ? [{ relationTo: type, value: id }] : []
}

function fromTexts(fields: FlattenedField[], data: Data, req: PayloadRequest): Reference[] {
  const isNumber = req.payload.db.defaultIDType === 'number'
  return fields
    .filter((field) => field.type === 'richText' && mayShow(data[field.name]))
    .flatMap((field) => documentsIn(fromLexical(data[field.name])))
    .map(({ collection, ref }) => ({ relationTo: collection, value: isNumber ? Number(ref) : String(ref) }))
}

/** What a node of one of these types shows is its words and the nodes in it. */
const WORDS = new Set([
  ...['root', 'paragraph', 'heading', 'quote', 'list', 'listitem', 'horizontalrule'],
  ...['text', 'linebreak', 'tab'],
])

/** False for a text of nothing but words, as most are: to take it apart costs more than all else that is done here. */
function mayShow(node: unknown): boolean {
  if (!node) return false
  const { root, type = 'root', children } = node as Data
  if (!WORDS.has(String(type))) return true
  return mayShow(root) || (Array.isArray(children) && children.some(mayShow))
}

/** A text may still show what was deleted for good; the database would refuse a row that points there. */
async function existing(references: Reference[], req: PayloadRequest): Promise<Reference[]> {
  const types = [...new Set(references.map(({ relationTo }) => relationTo))]
  const found = await Promise.all(
    types.map(async (relationTo) => {
      const ids = references.filter((one) => one.relationTo === relationTo).map(({ value }) => value)
      const { docs } = await req.payload.db.find<{ id: number | string }>({
        collection: relationTo as CollectionSlug,
        req,
        where: { id: { in: ids } },
        limit: 0,
        pagination: false,
        joins: NO_JOINS,
        select: { uid: true },
      })
      return docs.map(({ id }) => `${relationTo}:${id}`)
    }),
  )
  const keys = new Set(found.flat())
  return references.filter(({ relationTo, value }) => keys.has(`${relationTo}:${value}`))
}
