/**
 * What a folder of `collections/` tells the pipeline about its type: how a published document becomes a
 * ContentItem. Pure; the publisher does the reading.
 */
import type { PostOutline, Voice } from './channels/linkedin/outline.ts'
import type { ContentItem, Json, Site } from './content-item.ts'

/** A published row of the database: relations are database ids, rich text is Lexical's JSON. */
export type PublishedDocument = { id: number | string; uid: string; updatedAt: string } & {
  [field: string]: unknown
}

/** What may be looked up while an item is made. Every answer comes from the ledger, so from what is public. */
export type Related = {
  /** The related item; null when it is not public (or does not exist). `ref`: a database id or a populated document. */
  item(collection: string, ref: unknown): ContentItem | null
  site: Site
  /** The absolute address of a document of this type on the website. */
  url(collection: string, slug: string): string
}

/** An item as its type makes it; the publisher adds `updatedAt`. */
export type DerivedItem = Omit<ContentItem, 'updatedAt'>

export type ContentType = {
  /** The collection's slug; the item's `type`. */
  collection: string
  toContentItem(document: PublishedDocument, related: Related): DerivedItem
  /** Fields beside relations that hold rich text, for finding the documents that it shows. */
  richText?: string[]
  /** What a LinkedIn post says of an item of this type; absent: its body, as any text. */
  toPost?(item: ContentItem, voice: Voice, language: string): PostOutline
}

export type { Json }
