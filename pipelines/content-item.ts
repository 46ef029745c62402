/**
 * The only shape that channels see: plain JSON, absolute URLs, no Payload types. The ledger stores it,
 * so every field here is public and final.
 */
import type { Block, CallToAction } from './rich-text/block.ts'

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** The collection's slug: `articles`, `people`, …; `settings` for the site's own entry. */
export type ItemType = string

/** One file made from a picture. `url` is absolute, `bytes` the file's size. */
export type Rendition = {
  preset: '16x9' | '4x3' | '1x1' | 'social' | 'thumbnail' | 'full'
  format: 'webp' | 'jpeg'
  url: string
  width: number
  height: number
  bytes: number
}

/** A picture with what is made from it. `url` is its widest JPEG in the picture's own proportions. */
export type ImageRef = {
  id: string
  url: string
  width: number
  height: number
  alt: string
  renditions: Rendition[]
}

/** The item's own picture, cropped, or its social card. `url` is absolute, `alt` never empty. */
export type SharedImage = { url: string; width: number; height: number; alt: string }

/** A related document, as much of it as a link or a teaser needs. */
export type Card = {
  id: string
  type: ItemType
  slug: string
  url: string
  title: string
  summary: string
  image: ImageRef | null
  /** case studies */
  client?: string
  /** glossary terms */
  abbreviation?: string
  /** role profiles */
  code?: string
  level?: string
}

/** A question with its answer, whole. */
export type FaqCard = Card & { html: string; text: string; blocks: Block[] }

export type PersonRef = {
  id: string
  slug: string
  url: string
  name: string
  jobTitle?: string
  headline?: string
  image: ImageRef | null
  linkedinUrn?: string
}

export type TopicRef = { id: string; slug: string; url: string; name: string; hashtag?: string }

/** What an editor set for one channel on one document. `include` wins over the settings' matrix. */
export type ChannelOverride = {
  include?: boolean
  text?: string
  /** LinkedIn: item id of the person who posts, or `company`. */
  postAs?: string
  /** LinkedIn: what the post is shown with. */
  format?: LinkedInFormat
  /** LinkedIn: the comment below the post. */
  firstComment?: string
  /** LinkedIn: tags in place of those made from the content, without `#`. */
  hashtags?: string[]
}

/** What a post is shown with. Only a link has a link card. */
export type LinkedInFormat = 'text' | 'picture' | 'link' | 'document'

/** How posts for LinkedIn are made. */
export type LinkedInSettings = {
  linkPlace: 'post' | 'comment'
  /** 3 to 5. */
  hashtagCount: number
  /** In every post, without `#`. */
  fixedTags: string[]
  bannedTags: string[]
  /** Values of `utm_…`; `{type}` and `{slug}` stand for the item's, empty ones are left out. */
  utm: { source: string; medium: string; campaign: string }
  /** One of them ends a post whose content asks no question of its own. */
  closingLines: string[]
  bullets: 'bullets' | 'prose'
  emojiBullets: boolean
  /** BCP 47; absent: the site's. */
  language?: string
  /** `urn:li:organization:…` */
  companyUrn?: string
  /** Of social cards and documents: `#0f5f7a`. Absent: Galley's own. */
  accent?: string
}

export type Relations = {
  faqs: FaqCard[]
  caseStudies: Card[]
  glossaryTerms: Card[]
  roleProfiles: Card[]
}

export type ContentItem = {
  /** `type:uid`; never changes, never reused. */
  id: string
  type: ItemType
  slug: string
  /** Slugs that this item had before, newest last; a website redirects them. */
  formerSlugs: string[]
  /** Absolute address on the website that shows the item. */
  url: string
  title: string
  /** Plain text, never empty. */
  summary: string
  /** Clean, absolute-linked, safe to place in a feed. Begins after the title. */
  html: string
  markdown: string
  text: string
  blocks: Block[]
  authors: PersonRef[]
  topics: TopicRef[]
  image: ImageRef | null
  /** ISO 8601 in UTC. First publication. */
  publishedAt: string
  /** ISO 8601 in UTC. Moves when the item's own words change. */
  updatedAt: string
  seo: {
    metaTitle?: string
    metaDescription?: string
    canonicalUrl?: string
    noIndex: boolean
    /** What a shared link shows (`og:image`, 1200 × 627). Absent where there is no page to share, and before 0.2. */
    image?: SharedImage
  }
  relations: Relations
  /** What only this type has (see the type's `content.ts`). */
  fields: { [key: string]: Json }
  /** schema.org objects for the item's page. */
  jsonLd: Json[]
  /** Overrides by channel slug: `feeds`, `linkedin`, `newsletter`, `sitemap`. */
  channels: { [channel: string]: ChannelOverride }
}

/** The site as channels see it: the global `settings`, published as the ledger's item `settings:site`. */
export type Site = {
  title: string
  description: string
  /** BCP 47 */
  language: string
  organisation: { name: string; url: string }
  /** The website's address (SITE_URL), without a trailing slash. */
  siteUrl: string
  /** Galley's own address (PUBLIC_URL), without a trailing slash. */
  publicUrl: string
  icon: ImageRef | null
  /** Path of an item on the website by type, with `{type}` and `{slug}`; default `/{type}/{slug}`. */
  urlPatterns: { [type: string]: string }
  /** Shown under items that name none of their own. */
  defaultCallToAction: CallToAction | null
  /** How feeds go out: items in the newest document, bodies or summaries only, whose the content is. Absent before 0.2. */
  feeds?: { length: number; fullText: boolean; copyright: string }
  /** Absent before 0.2. */
  linkedin?: LinkedInSettings
  /** For how long caches between Galley and readers may keep answers; seconds. Absent before 0.3. */
  delivery?: { sMaxAge: number; staleWhileRevalidate: number }
  /** Which types enter which channel by default: `matrix[type][channel]`. */
  matrix: { [type: string]: { feeds: boolean; linkedin: boolean; newsletter: boolean; sitemap: boolean } }
}
