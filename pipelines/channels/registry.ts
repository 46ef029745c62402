/** Every channel, one line each. A test fails when a folder's line is missing. */
import type { Channel } from './channel.ts'
import { delivery } from './delivery/index.ts'
import { jsonFeed, jsonFeedFormat } from './json-feed/index.ts'
import { linkedin } from './linkedin/index.ts'
import { rss, rssFormat } from './rss/index.ts'

export const channels: readonly Channel[] = [delivery, rss, jsonFeed, linkedin]

/** Channels that are served as feed documents. */
export const feedFormats = [rssFormat, jsonFeedFormat] as const
