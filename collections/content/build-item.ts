/** Makes an item of what a type says about a document and of what all types have in common. Pure. */
import { toPictures } from '../../pipelines/channels/linkedin/pictures.ts'
import type { ChannelOverride, ContentItem, ImageRef, Json, TopicRef } from '../../pipelines/content-item.ts'
import type { DerivedItem, PublishedDocument, Related } from '../../pipelines/content-type.ts'
import type { Block } from '../../pipelines/rich-text/block.ts'
import { expandBody, renderWords } from './body.ts'
import { imageOf, itemsOf, toPersonRef, toTopicRef } from './cards.ts'
import { withRelations } from './relations.ts'
import { dateOf, groupOf, optional, type Row, textOf, textsOf } from './values.ts'

export type ItemParts = {
  collection: string
  document: PublishedDocument
  related: Related
  title: string
  /** The first that is not empty; without one, the title. */
  summaries: string[]
  /** The item's own words, embeds not yet expanded. Relations follow by themselves. */
  blocks: Block[]
  /** Ends with a call to action: the document's, else the settings' one. */
  closes?: boolean
  /** Where they are not the document's own. */
  topics?: TopicRef[]
  image?: ImageRef | null
  /** False: it has no page that anybody shares. */
  isShared?: boolean
  url?: string
  fields?: ContentItem['fields']
  /** schema.org objects, made of the finished item. */
  jsonLd?: (item: DerivedItem, site: Related['site']) => Json[]
}

/** @returns the item; `jsonLd` empty where the type gives none. */
export function buildItem(parts: ItemParts): DerivedItem {
  const { collection, document, related, fields = {} } = parts
  const slug = textOf(document.slug) || document.uid
  const title = parts.title || slug
  const url = parts.url ?? related.url(collection, slug)
  const body = expandBody(parts.blocks, related, url)
  const below = withRelations(document, related, body, parts.closes ?? false)
  const blocks = [...body, ...below.blocks]
  const item: DerivedItem = {
    id: `${collection}:${document.uid}`,
    type: collection,
    slug,
    formerSlugs: textsOf(document.formerSlugs),
    url,
    title,
    summary: parts.summaries.find((summary) => summary !== '') ?? title,
    ...renderWords(blocks),
    blocks,
    authors: itemsOf(related, 'people', document.authors).map(toPersonRef),
    topics: parts.topics ?? itemsOf(related, 'topics', document.topics).map(toTopicRef),
    image: parts.image === undefined ? imageOf(related, document.image) : parts.image,
    publishedAt: dateOf(document.publishedAt) ?? dateOf(document.createdAt) ?? new Date(0).toISOString(),
    seo: {
      metaTitle: optional(document.metaTitle),
      metaDescription: optional(document.metaDescription),
      canonicalUrl: optional(document.canonicalUrl),
      noIndex: document.noIndex === true,
    },
    relations: below.relations,
    fields,
    jsonLd: [],
    channels: overridesOf(groupOf(document.channels)),
  }
  const shared = parts.isShared === false ? item : withSharedImage(item, related.site)
  return { ...shared, jsonLd: parts.jsonLd?.(shared, related.site) ?? [] }
}

/** With the picture that a link to it shows: the one that a LinkedIn post has. */
function withSharedImage(item: DerivedItem, site: Related['site']): DerivedItem {
  const [image] = toPictures({ ...item, updatedAt: item.publishedAt }, site)
  return image ? { ...item, seo: { ...item.seo, image } } : item
}

const FORMATS = ['text', 'picture', 'link', 'document'] as const

/** What the document says otherwise than the settings; channels without a word of it are left out. */
function overridesOf(channels: Row): { [channel: string]: ChannelOverride } {
  return Object.fromEntries(
    Object.entries(channels).flatMap(([channel, value]) => {
      const { include, text, postAs, format, hashtags, firstComment } = groupOf(value)
      const override: ChannelOverride = {}
      if (include === 'yes' || include === 'no') override.include = include === 'yes'
      if (textOf(text) !== '') override.text = textOf(text)
      if (postAs === 'company') override.postAs = postAs
      const shownWith = FORMATS.find((one) => one === format)
      if (shownWith) override.format = shownWith
      if (textsOf(hashtags).length > 0) override.hashtags = textsOf(hashtags)
      if (textOf(firstComment) !== '') override.firstComment = textOf(firstComment)
      return Object.keys(override).length > 0 ? [[channel, override]] : []
    }),
  )
}
