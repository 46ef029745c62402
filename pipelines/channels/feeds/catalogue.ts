/** Every feed that there is, for the page of feeds and for OPML. */
import type { Payload } from 'payload'
import type { ContentItem, Site } from '../../content-item.ts'
import { SETTINGS_ITEM_ID } from '../../ledger/entry.ts'
import { readSite } from '../../ledger/read.ts'
import { readLatestChange } from './changed-at.ts'
import { readNewest } from './document.ts'
import { type FeedScope, SUBJECT_TYPES } from './scope.ts'
import { listSubjects } from './subjects.ts'

/** A type that has a feed; `label`: its name for people, in the plural. */
export type FeedType = { slug: string; label: string }

export type Catalogue = {
  site: Site
  types: readonly FeedType[]
  topics: ContentItem[]
  people: ContentItem[]
  /** The newest items of the site's feed. */
  newest: ContentItem[]
  /** ISO 8601: when any of it last changed. */
  changedAt: string
}

/** How many items show what the site's feed is like. */
const PREVIEWS = 3

/** Null before the settings' first entry. */
export async function readCatalogue(payload: Payload, types: readonly FeedType[]): Promise<Catalogue | null> {
  const site = await readSite(payload)
  if (!site) return null
  const subjects = await listSubjects(payload)
  // Before the newest are read: what changes meanwhile must not count as seen.
  const changedAt = await readLatestChange(payload)
  return {
    site,
    types,
    topics: subjects.filter(({ type }) => type === 'topics'),
    people: subjects.filter(({ type }) => type === 'people'),
    newest: await readNewest(payload, site, PREVIEWS),
    changedAt,
  }
}

/** When the list of feeds last changed, whatever stands in them. ISO 8601. */
export function readListChangedAt(payload: Payload): Promise<string> {
  return readLatestChange(payload, {
    or: [{ itemId: { equals: SETTINGS_ITEM_ID } }, { type: { in: [...SUBJECT_TYPES] } }],
  })
}

/** In the order of the page: the site, its types, topics and people. */
export function scopesOf({ types, topics, people }: Catalogue): FeedScope[] {
  return [
    { kind: 'site' },
    ...types.map(({ slug, label }): FeedScope => ({ kind: 'type', type: slug, label })),
    ...[...topics, ...people].map((subject): FeedScope => ({ kind: 'subject', subject })),
  ]
}
