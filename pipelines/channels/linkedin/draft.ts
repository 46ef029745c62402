/** A draft as the desk keeps it. */
import { createHash } from 'node:crypto'
import type { CollectionSlug } from 'payload'
import { canonicalJson } from '../../publish/hash.ts'
import type { Mention } from './api-text.ts'
import type { Picture } from './pictures.ts'
import type { LinkedInVariant } from './render.ts'

export const DRAFTS = 'linkedin-drafts' as CollectionSlug

export const STATES = ['draft', 'approved', 'posted', 'withdrawn'] as const
export type State = (typeof STATES)[number]

export const FORMATS = ['text', 'picture', 'link', 'document'] as const
export type Format = (typeof FORMATS)[number]

/** The content that a draft was made of, as far as it can differ later. */
export type Basis = {
  text: string
  firstComment: string
  imageUrl: string
  /** Of the ledger's entry. */
  seq: number
  hook: string
  /** The format that it suggests. */
  format: Format
  /** Whose voice a person asked for; null: the content's own choice. */
  asked: string | null
}

/** What the newest content would make, or why it makes nothing. */
export type Newest = Pick<Basis, 'text' | 'firstComment' | 'imageUrl' | 'seq'> & { reason?: string }

/** What a person can change: whoever saves compares it first. */
type OfPeople = {
  text: string
  firstComment: string
  /** Index of the hook among `variants`. */
  chosen: number
  postAs: string
  format: Format
  /** ISO 8601. */
  plannedFor: string | null
  state: State
}

/** Without what only lists show. Null: not made yet (a row of an older Galley). */
export type Draft = { [K in keyof OfPeople]?: OfPeople[K] | null } & {
  id: number | string
  itemId: string
  /** The item that this is one more post of; empty: the automatic draft. */
  furtherOf?: string | null
  state: State
  /** While it is withdrawn because its source is gone: what it comes back as. */
  stateBefore?: State | null
  /** While a person has withdrawn it: their name. It does not come back by itself. */
  withdrawnBy?: string | null
  seq: number
  hash?: string | null
  /** By a person, in its words. */
  edited?: boolean | null
  stale?: boolean | null
  reason?: string | null
  title?: string | null
  itemType?: string | null
  hook?: string | null
  warnings?: string | null
  variants?: LinkedInVariant[] | null
  hashtags?: string[] | null
  mentions?: Mention[] | null
  link?: string | null
  image?: Partial<Picture> | null
  basis?: Basis | null
  newest?: Newest | null
}

/** Changes with everything that a person can change, and with nothing else. */
export function hashOf(draft: { [K in keyof OfPeople]?: OfPeople[K] | null }): string {
  const { text, firstComment, chosen, postAs, format, plannedFor, state } = draft
  const known = [
    text ?? '',
    firstComment ?? '',
    chosen ?? 0,
    postAs ?? '',
    format ?? '',
    toMoment(plannedFor),
    state ?? '',
  ]
  return createHash('sha256').update(canonicalJson(known)).digest('hex').slice(0, 32)
}

/** The item that it is about. */
export const itemOf = ({ furtherOf, itemId }: Pick<Draft, 'furtherOf' | 'itemId'>) => furtherOf || itemId

/** ISO 8601 in UTC, whatever a database answers; null when it is no date. */
export function toMoment(value: unknown): string | null {
  if (typeof value !== 'string' && !(value instanceof Date)) return null
  const date = new Date(value)
  return Number.isNaN(date.getTime()) ? null : date.toISOString()
}
