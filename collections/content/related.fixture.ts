/** For tests: documents as rows, and what is public around them. */
import type { ContentItem, Site } from '../../pipelines/content-item.ts'
import type { DerivedItem, PublishedDocument, Related } from '../../pipelines/content-type.ts'
import type { Block } from '../../pipelines/rich-text/block.ts'
import { toLexical } from '../../pipelines/rich-text/to-lexical.ts'

export const site: Site = {
  title: 'Example',
  description: 'Words about machines',
  language: 'en',
  organisation: { name: 'Example Ltd', url: 'https://www.example.com' },
  siteUrl: 'https://www.example.com',
  publicUrl: 'https://cms.example.com',
  icon: null,
  urlPatterns: {},
  defaultCallToAction: null,
  matrix: {},
}

/** A published row; `id` and `uid` are made of `name`. */
export function row(name: string, fields: { [field: string]: unknown } = {}): PublishedDocument {
  const created = '2026-01-02T03:04:05.000Z'
  return { id: name, uid: name, slug: name, createdAt: created, updatedAt: created, ...fields }
}

/** Public are the items given, by the `id` of their rows; nothing else. */
export function relatedTo(items: DerivedItem[] = [], changes: Partial<Site> = {}): Related {
  const known = new Map(
    items.map((item) => [item.id, { ...item, updatedAt: item.publishedAt } as ContentItem]),
  )
  return {
    site: { ...site, ...changes },
    item: (collection, ref) => known.get(`${collection}:${String(ref)}`) ?? null,
    url: (collection, slug) => `${site.siteUrl}/${collection}/${encodeURIComponent(slug)}`,
  }
}

/** Rich text as the editor keeps it. */
export function lexical(...blocks: Block[]): unknown {
  return toLexical(blocks)
}

/** A paragraph of one unmarked text. */
export function words(text: string): Block {
  return { type: 'paragraph', children: [{ type: 'text', text }] }
}

/** A heading of level 2. */
export function title(text: string): Block {
  return { type: 'heading', level: 2, children: [{ type: 'text', text }] }
}
