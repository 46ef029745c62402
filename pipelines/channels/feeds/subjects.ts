/** Topics and people that have a feed: those that are public. */
import type { Payload, Where } from 'payload'
import type { ContentItem } from '../../content-item.ts'
import { readEntries } from '../../ledger/read.ts'
import { FEED_ITEMS, type FeedRow } from './index.ts'
import { SUBJECT_TYPES } from './scope.ts'

/** The public topic or person at this slug; null when there is none. */
export function findSubject(payload: Payload, type: string, slug: string): Promise<ContentItem | null> {
  return find(payload, { type: { equals: type } }, { slug: { equals: slug } })
}

/** The public topic or person with this id, at whatever slug; null when there is none. */
export function findSubjectById(payload: Payload, itemId: string): Promise<ContentItem | null> {
  return find(payload, { itemId: { equals: itemId } })
}

async function find(payload: Payload, ...wanted: Where[]): Promise<ContentItem | null> {
  const row = await payload.db.findOne<FeedRow>({
    collection: FEED_ITEMS,
    where: { and: [...wanted, { removed: { equals: false } }] },
  })
  if (!row) return null
  return (await readEntries(payload, [row.seq])).get(row.seq)?.item ?? null
}

/** Every public topic and person, topics first, by name. */
export async function listSubjects(payload: Payload): Promise<ContentItem[]> {
  const found = await payload.db.find<FeedRow>({
    collection: FEED_ITEMS,
    where: { and: [{ type: { in: [...SUBJECT_TYPES] } }, { removed: { equals: false } }] },
    limit: 0,
    pagination: false,
  })
  const entries = await readEntries(
    payload,
    found.docs.map(({ seq }) => seq),
  )
  // Of no locale: the machine's own must not show.
  return [...entries.values()]
    .flatMap(({ item }) => item ?? [])
    .sort((a, b) => rank(a) - rank(b) || compare(a.title, b.title) || compare(a.id, b.id))
}

const rank = ({ type }: ContentItem) => SUBJECT_TYPES.indexOf(type as (typeof SUBJECT_TYPES)[number])

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
