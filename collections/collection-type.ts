/**
 * What the folder of a type exports: its form for editors, how it is published, and what the settings offer
 * for it. `collections/index.ts` has one line for each.
 */
import type { CollectionConfig } from 'payload'
import type { ContentType } from '../pipelines/content-type.ts'
import type { FileType } from './content-file/field.ts'

export const CHANNELS = ['feeds', 'linkedin', 'newsletter', 'sitemap'] as const
export type ChannelName = (typeof CHANNELS)[number]

export type CollectionType = {
  config: CollectionConfig
  /** Absent: nothing of it is ever public. */
  content?: ContentType
  /** How it is written in content files; absent: it is not. */
  file?: FileType
  /** The address of its pages below the website's; absent: it has no pages. */
  urlPattern?: string
  /** Where it goes unless the settings or a document say otherwise; absent: it is not offered to channels. */
  channels?: readonly ChannelName[]
}
