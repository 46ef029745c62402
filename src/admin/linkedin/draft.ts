/** A LinkedIn draft as the desk reads it from the API. */

export type State = 'draft' | 'approved' | 'posted' | 'withdrawn'

/** What a post goes out with: words alone, its picture, a card of the link, or pages to leaf through. */
export type Format = 'text' | 'picture' | 'link' | 'document'

export type Variant = { hook: string; text: string; characterCount: number; warnings?: string[] }
export type Picture = { url: string; width: number; height: number; alt: string }
export type Mention = { name: string; urn: string }

/** What the content makes: what a draft was made of, or would be made of now. */
export type Made = {
  text: string
  firstComment: string
  imageUrl?: string | null
  /** Of the publication that made it. */
  seq?: number
  /** Why it makes none. */
  reason?: string
}

export type Draft = {
  id: number | string
  /** Of everything in it that a person can change; sent back with each change. */
  hash: string
  state: State
  stateBefore: string
  /** The name of the person who withdrew it; empty: its source went, and it comes back with that. */
  withdrawnBy: string
  title: string
  hook: string
  text: string
  firstComment: string
  /** Why there is no post. */
  reason: string
  warnings: string[]
  variants: Variant[]
  /** Of `variants`. */
  chosen: number
  /** `people:uid`, or `company`. */
  postAs: string
  /** The name of whoever posts. */
  author: string
  format: Format
  itemId: string
  /** The item that a further post was made from. */
  furtherOf: string
  itemType: string
  sourceUrl: string
  link: string
  mentions: Mention[]
  /** With their `#`. */
  hashtags: string[]
  pictures: Picture[]
  carousel: { url: string; pages: number } | null
  /** A person has changed it. */
  edited: boolean
  editedBy: string
  /** The content has changed since. */
  stale: boolean
  newest: Made | null
  basis: Made | null
  /** ISO 8601 in UTC; empty when it is not known or not yet. */
  plannedFor: string
  postedAt: string
  updatedAt: string
  postedUrl: string
  approvedBy: string
}

export type Row = { id: number | string; [field: string]: unknown }

const text = (value: unknown) => (typeof value === 'string' ? value : '')
const list = <T>(value: unknown) => (Array.isArray(value) ? (value as T[]) : [])
const record = <T>(value: unknown) => (value && typeof value === 'object' ? (value as T) : null)

/** A row as the API answers it; what is absent reads as empty. */
export function toDraft(row: Row): Draft {
  const image = record<Picture>(row.image)
  const pictures = list<Picture>(row.pictures)
  const warnings = row.warnings
  return {
    id: row.id,
    hash: text(row.hash),
    state: (text(row.state) || 'draft') as State,
    stateBefore: text(row.stateBefore),
    withdrawnBy: text(row.withdrawnBy),
    title: text(row.title),
    hook: text(row.hook),
    text: text(row.text),
    firstComment: text(row.firstComment),
    reason: text(row.reason),
    warnings: Array.isArray(warnings) ? warnings : text(warnings).split('\n').filter(Boolean),
    variants: list<Variant>(row.variants),
    chosen: Number(row.chosen ?? 0),
    postAs: text(row.postAs) || 'company',
    author: text(row.author),
    format: (text(row.format) || 'link') as Format,
    itemId: text(row.itemId),
    furtherOf: text(row.furtherOf),
    itemType: text(row.itemType),
    sourceUrl: text(row.sourceUrl),
    link: text(row.link) || text(row.sourceUrl),
    mentions: list<Mention>(row.mentions),
    hashtags: list<string>(row.hashtags),
    pictures: pictures.length > 0 ? pictures : image?.url ? [image] : [],
    carousel: record<{ url: string; pages: number }>(row.carousel),
    edited: Boolean(row.edited),
    editedBy: text(row.editedBy),
    stale: Boolean(row.stale),
    newest: record<Made>(row.newest),
    basis: record<Made>(row.basis),
    plannedFor: text(row.plannedFor),
    postedAt: text(row.postedAt),
    updatedAt: text(row.updatedAt),
    postedUrl: text(row.postedUrl),
    approvedBy: text(row.approvedBy),
  }
}
