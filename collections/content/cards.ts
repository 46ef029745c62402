/** Related items as much as another item needs of them. Pure. */
import type {
  Card,
  ContentItem,
  FaqCard,
  ImageRef,
  PersonRef,
  TopicRef,
} from '../../pipelines/content-item.ts'
import type { Related } from '../../pipelines/content-type.ts'
import type { CallToAction } from '../../pipelines/rich-text/block.ts'
import { groupOf, optional } from './values.ts'

/** The public items that a relation field names, in its order. */
export function itemsOf(related: Related, collection: string, value: unknown): ContentItem[] {
  const refs = Array.isArray(value) ? value : value === null || value === undefined ? [] : [value]
  return refs.flatMap((ref) => related.item(collection, ref) ?? [])
}

/** The picture that an upload field names; null when it is not public or has no renditions yet. */
export function imageOf(related: Related, ref: unknown): ImageRef | null {
  const [item] = itemsOf(related, 'media', ref)
  return (item?.fields.image ?? null) as ImageRef | null
}

/** The call to action that a relation names; null when there is none or it is not public. */
export function callToActionOf(related: Related, ref: unknown): CallToAction | null {
  const [item] = itemsOf(related, 'calls-to-action', ref)
  return (item?.fields.callToAction ?? null) as CallToAction | null
}

/** What a teaser shows: the common fields, and those that the item's type adds. */
export function toCard(item: ContentItem): Card {
  const { id, type, slug, url, title, summary, image, fields } = item
  const card: Card = { id, type, slug, url, title, summary, image }
  if (type === 'case-studies') return { ...card, client: optional(fields.client) }
  if (type === 'glossary-terms') return { ...card, abbreviation: optional(fields.abbreviation) }
  if (type === 'role-profiles') {
    return { ...card, code: optional(fields.code), level: optional(groupOf(fields.level).code) }
  }
  return card
}

/** A card with the whole answer, as HTML, plain text and blocks. */
export function toFaqCard(item: ContentItem): FaqCard {
  return { ...toCard(item), html: item.html, text: item.text, blocks: item.blocks }
}

/** A byline's person; `name` is the item's title, empty details are left out. */
export function toPersonRef(item: ContentItem): PersonRef {
  const { id, slug, url, title, image, fields } = item
  return {
    id,
    slug,
    url,
    name: title,
    jobTitle: optional(fields.jobTitle),
    headline: optional(fields.headline),
    image,
    linkedinUrn: optional(fields.linkedinUrn),
  }
}

/** A topic as a tag; `name` is the item's title, an empty hashtag is left out. */
export function toTopicRef(item: ContentItem): TopicRef {
  const { id, slug, url, title, fields } = item
  return { id, slug, url, name: title, hashtag: optional(fields.hashtag) }
}
