import { type FeedFormat, feedChannel } from '../feed-channel.ts'
import { renderJsonFeed } from './render.ts'

export const jsonFeedFormat: FeedFormat = {
  slug: 'json-feed',
  fileName: 'feed.json',
  mediaType: 'application/feed+json',
  render: ({ items, site, feedUrl }) =>
    renderJsonFeed({
      items,
      site,
      feed: { url: feedUrl, homePageUrl: site.siteUrl, title: site.title, description: site.description },
    }),
}

export const jsonFeed = feedChannel(jsonFeedFormat)
