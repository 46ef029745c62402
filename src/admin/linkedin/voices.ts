/** Who a post may go out as: the company, and everybody who is public. */
import type { Payload } from 'payload'
import type { ContentItem, ImageRef } from '../../../pipelines/content-item.ts'
import { readItem, readLasts, readSite } from '../../../pipelines/ledger/read.ts'

export type Voice = {
  /** `people:uid`, or `company`. */
  id: string
  kind: 'person' | 'company'
  name: string
  headline: string
  /** Address of a small picture; empty without one. */
  picture: string
}

/** More people than anybody looks through in a menu. */
const MOST = 200

/** The company first, then people by name. */
export async function loadVoices(payload: Payload): Promise<Voice[]> {
  const [site, live] = await Promise.all([
    readSite(payload),
    payload.db.find<{ itemId: string }>({
      collection: 'ledger-items',
      where: { and: [{ type: { equals: 'people' } }, { live: { equals: true } }] },
      select: { itemId: true },
      limit: MOST,
      pagination: false,
    }),
  ])
  const entries = await readLasts(
    payload,
    live.docs.map(({ itemId }) => itemId),
  )
  const people = [...entries.values()].flatMap(({ item }) => (item ? toVoice(item) : []))
  const company: Voice = {
    id: 'company',
    kind: 'company',
    name: site?.organisation.name || site?.title || 'The company',
    headline: site?.description ?? '',
    picture: smallestOf(site?.icon ?? null),
  }
  return [company, ...people.sort((a, b) => a.name.localeCompare(b.name, 'en'))]
}

/** Null when the person is not public. */
export async function loadVoice(payload: Payload, id: string): Promise<Voice | null> {
  const item = await readItem(payload, id)
  return item && toVoice(item)
}

function toVoice(item: ContentItem): Voice {
  const { jobTitle, headline } = item.fields
  return {
    id: item.id,
    kind: 'person',
    name: item.title,
    headline: String(headline || jobTitle || ''),
    picture: smallestOf(item.image),
  }
}

function smallestOf(image: ImageRef | null): string {
  if (!image) return ''
  const small = image.renditions.filter(({ preset }) => preset === '1x1' || preset === 'thumbnail')
  const [smallest] = small.toSorted((a, b) => a.width - b.width)
  return (smallest ?? image).url
}
