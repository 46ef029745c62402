/**
 * The contract of a feed format: a pure rendering of the items that the channel `feeds` keeps. One that throws
 * breaks its own addresses only.
 */
import type { ContentItem, Site } from '../content-item.ts'

/** What a document of a feed says about itself and its neighbours. Addresses are absolute. */
export type FeedPage = {
  title: string
  /** May be empty. */
  description: string
  /** The page of the website that the feed belongs to. */
  home: string
  /** The address that it is fetched at. */
  url: string
  /** The newest items' document; absent in that one itself. */
  current?: string
  /** RFC 5005: the page with older items, and the one with newer. */
  older?: string
  newer?: string
  /** Its items will stay the same but for edits: a full page of the archive. */
  isArchive: boolean
}

export type FeedFormat = {
  /** The folder's name. */
  slug: string
  /** As people know it. */
  label: string
  /** Last segment of the address: `rss.xml`. */
  fileName: string
  mediaType: string
  /**
   * Pure: items newest first. `changedAt`: ISO 8601, when the feed's content last changed.
   * Answers a document of at most 250 KB and how many of the items it holds, counted from the newest.
   */
  render(options: { items: readonly ContentItem[]; site: Site; page: FeedPage; changedAt: string }): {
    body: string
    count: number
  }
}
