/**
 * A site of which much is not public: of every type something live with a draft over it, something that never was live,
 * something whose time has not come, something in the trash and something taken back. What the public may not see says
 * `zanary`, in every field that holds words.
 */
import type { CollectionSlug, Field, FlattenedField, Payload } from 'payload'
import sharp from 'sharp'
import { DELIVERED_TYPES } from '../../src/http/v1/types.ts'
import { paragraphs } from './text.ts'

export type Hidden = { type: string; id: number | string; uid: string; slug: string; word: string }
export type CanarySite = {
  /** By type, one of each. */
  live: Map<string, { id: number | string; uid: string; slug: string }>
  /** Never public: nobody may learn that they exist. */
  hidden: Hidden[]
  /** Once public, and gone: their addresses say so, their words nothing. */
  gone: Hidden[]
}

/** What others show before what shows them. */
const ORDER: readonly string[] = [...DELIVERED_TYPES].reverse()
const NOT_OURS = ['id', 'uid', 'formerSlugs', 'publishedAt', 'editedBy', 'editedIn', 'user', 'deletedAt']
const IN_THE_TRASH = ['articles', 'topics', 'people', 'role-profiles']
const LATER = '2099-01-01T00:00:00.000Z'

type Targets = { [type: string]: (number | string)[] }

/** `count`: tells documents apart where only one may be so. */
type Saying = { word: string; count: number; targets: Targets }

/** A value for each of these fields that can hold words, a relation or a number. */
function fill(fields: readonly (Field | FlattenedField)[], saying: Saying): { [name: string]: unknown } {
  const filled: { [name: string]: unknown } = {}
  for (const field of fields) {
    if (!('name' in field) || NOT_OURS.includes(String(field.name))) continue
    if ('virtual' in field && field.virtual) continue
    const value = valueFor(field, saying)
    if (value !== undefined) filled[String(field.name)] = value
  }
  return filled
}

function valueFor(field: Field | FlattenedField, saying: Saying): unknown {
  const { word, count, targets } = saying
  switch (field.type) {
    case 'text': {
      const said = wordFor(field.name, word)
      return field.hasMany ? [said] : said
    }
    case 'textarea':
      return `All about ${word}.`
    case 'richText':
      return paragraphs(`The ${word} holds the rain for nine days, and the trees above it drink all of it.`)
    case 'number':
      return field.name === 'profileVersion' ? count : (field.max ?? 5)
    case 'group':
    case 'array': {
      const inner = fill('flattenedFields' in field ? field.flattenedFields : field.fields, saying)
      return field.type === 'array' ? [inner] : inner
    }
    case 'upload':
    case 'relationship': {
      const ids = targets[String(field.relationTo)] ?? []
      return field.hasMany ? ids : ids[0]
    }
    default:
      return undefined
  }
}

function wordFor(name: string, word: string): string {
  if (name === 'slug') return `${word}-address`
  if (name === 'currency') return 'EUR'
  if (/url$/i.test(name)) return `https://${word}.example.com/`
  return word
}

/** `types`: of those that the API gives out. */
export async function makeCanarySite(
  payload: Payload,
  types: readonly string[] = DELIVERED_TYPES,
): Promise<CanarySite> {
  const order = ORDER.filter((type) => types.includes(type))
  let count = 0
  const hidden: Hidden[] = []
  const gone: Hidden[] = []
  const live: CanarySite['live'] = new Map()
  const picture = await makePicture(payload)
  /** Never public, and live. */
  const unseen: Targets = { media: [picture] }
  const seen: Targets = {}
  const fieldsOf = (type: string) => payload.collections[type as CollectionSlug].config.flattenedFields
  const make = async (type: string, word: string, targets: Targets, more: object) => {
    count += 1
    const data = { ...fill(fieldsOf(type), { word, count, targets }), ...more } as never
    const made = await payload.create({ collection: type as 'articles', data, depth: 0 })
    return { type, id: made.id, uid: made.uid as string, slug: made.slug as string, word }
  }
  const next = () => `zanary${count + 1}x`
  const change = (type: string, id: number | string, data: object, draft = false) =>
    payload.update({ collection: type as 'articles', id, data: data as never, depth: 0, draft })

  for (const type of order) {
    const never = await make(type, next(), unseen, { _status: 'draft' })
    hidden.push(never)
    unseen[type] = [never.id]
  }
  for (const type of types.filter((one) => IN_THE_TRASH.includes(one))) {
    const binned = await make(type, next(), unseen, { _status: 'draft' })
    await change(type, binned.id, { deletedAt: new Date().toISOString() })
    hidden.push(binned)
  }
  for (const type of order) {
    const mixed = mixedOf(seen, unseen)
    const shown = await make(type, `gravel-${type}`, mixed, { slug: `live-${type}`, _status: 'published' })
    live.set(type, shown)
    seen[type] = [shown.id]
    const planned = { _status: 'published', publishedAt: LATER }
    // Others have no time to wait for.
    if (fieldsOf(type).some(({ name }) => name === 'publishedAt'))
      hidden.push(await make(type, next(), mixedOf(seen, unseen), planned))
    const slug = `gone-${type}`
    const left = await make(type, next(), mixedOf(seen, unseen), { slug, _status: 'published' })
    await change(
      type,
      left.id,
      gone.length % 2 === 0 ? { _status: 'draft' } : { deletedAt: new Date().toISOString() },
    )
    gone.push(left)
  }
  for (const [type, { id, uid }] of live) {
    count += 1
    const word = next()
    const data = fill(fieldsOf(type), { word, count, targets: unseen })
    await change(type, id, { ...data, _status: 'draft' }, true)
    hidden.push({ type, id, uid, slug: `${word}-address`, word })
  }
  return { live, hidden, gone }
}

/** What is live first: where only one can stand, that. */
function mixedOf(seen: Targets, unseen: Targets): Targets {
  const types = new Set([...Object.keys(seen), ...Object.keys(unseen)])
  types.delete('media')
  return Object.fromEntries(
    [...types].map((type) => [type, [...(seen[type] ?? []), ...(unseen[type] ?? [])]]),
  )
}

async function makePicture(payload: Payload) {
  const data = await sharp({ create: { width: 32, height: 32, channels: 3, background: '#b33' } })
    .png()
    .toBuffer()
  const words = { alt: 'zanary0x in a picture', credit: 'zanary0x' }
  const file = { data, mimetype: 'image/png', name: 'zanary0x.png', size: data.length }
  return (await payload.create({ collection: 'media', data: words, file })).id
}
