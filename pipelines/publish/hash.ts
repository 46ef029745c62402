/** Content hashes: of an item as channels see it, and of a document's own words. */
import { createHash } from 'node:crypto'
import type { ContentType, DerivedItem, PublishedDocument } from '../content-type.ts'
import { fromLexical } from '../rich-text/from-lexical.ts'

/** JSON with sorted keys, so that equal values give equal bytes whatever the database's key order. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** Of everything that channels see. */
export function itemHash(item: DerivedItem): string {
  return sha256(canonicalJson(item))
}

/** Not words of the document: identity, bookkeeping, and what steers channels. */
const NOT_WORDS = new Set([
  'id',
  'uid',
  'createdAt',
  'updatedAt',
  'deletedAt',
  '_status',
  'publishedAt',
  'formerSlugs',
  'references',
  'usedIn',
  'channels',
  'adjacentPinned',
  'adjacentExcluded',
  'renditions',
  'editedBy',
  'editedIn',
])

/** Of the document's own words and choices; moves `updatedAt`. Row ids inside arrays and blocks do not count. */
export function ownHash(type: ContentType, document: PublishedDocument): string {
  const rich = new Set(type.richText ?? [])
  const words = Object.entries(document)
    .filter(([field]) => !NOT_WORDS.has(field))
    .map(([field, value]) => [field, rich.has(field) ? fromLexical(value) : withoutIds(value)])
    .filter(([, value]) => value !== null && value !== undefined)
  return sha256(canonicalJson(Object.fromEntries(words)))
}

function withoutIds(value: unknown): unknown {
  if (Array.isArray(value))
    return value.map((each) => (isRow(each) ? withoutIds({ ...each, id: undefined }) : withoutIds(each)))
  if (isRow(value))
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutIds(inner)]))
  return value ?? undefined
}

function isRow(value: unknown): value is { [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)
}
