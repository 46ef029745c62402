/** Every channel, those that a process keeps by itself, and every format that feeds are served in, one line each. A test fails when a folder's line is missing. */
import { atom } from './atom/index.ts'
import type { Channel, LocalChannel } from './channel.ts'
import { delivery } from './delivery/index.ts'
import { deployHook } from './deploy-hook/index.ts'
import type { FeedFormat } from './feed-format.ts'
import { feeds } from './feeds/index.ts'
import { jsonFeed } from './json-feed/index.ts'
import { linkedin } from './linkedin/index.ts'
import { rss } from './rss/index.ts'

export const localChannels: readonly LocalChannel[] = [delivery]

export const channels: readonly Channel[] = [feeds, linkedin, deployHook]

export const feedFormats: readonly FeedFormat[] = [rss, atom, jsonFeed]
