import { type FeedFormat, feedChannel } from '../feed-channel.ts'
import { renderJsonFeedPage } from './render.ts'

export const jsonFeedFormat: FeedFormat = {
  slug: 'json-feed',
  fileName: 'feed.json',
  mediaType: 'application/feed+json',
  render: ({ items, site, page, limit }) => {
    const { title, description, siteUrl: homePageUrl } = site
    const feed = { url: page.url, homePageUrl, title, description, nextUrl: page.older }
    const { json, count } = renderJsonFeedPage({ items, site, feed, limit })
    return { body: json, count }
  },
}

export const jsonFeed = feedChannel(jsonFeedFormat)
