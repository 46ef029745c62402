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

export function imageOf(related: Related, ref: unknown): ImageRef | null {
  const [item] = itemsOf(related, 'media', ref)
  return (item?.fields.image ?? null) as ImageRef | null
}

export function callToActionOf(related: Related, ref: unknown): CallToAction | null {
  const [item] = itemsOf(related, 'calls-to-action', ref)
  return (item?.fields.callToAction ?? null) as CallToAction | null
}

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

export function toFaqCard(item: ContentItem): FaqCard {
  return { ...toCard(item), html: item.html, text: item.text, blocks: item.blocks }
}

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

export function toTopicRef(item: ContentItem): TopicRef {
  const { id, slug, url, title, fields } = item
  return { id, slug, url, name: title, hashtag: optional(fields.hashtag) }
}
