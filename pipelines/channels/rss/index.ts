import { type FeedFormat, feedChannel } from '../feed-channel.ts'
import { renderRss } from './render.ts'

export const rssFormat: FeedFormat = {
  slug: 'rss',
  fileName: 'rss.xml',
  mediaType: 'application/rss+xml',
  render: ({ items, site, feedUrl, changedAt }) =>
    renderRss({
      items,
      site,
      feed: { url: feedUrl, title: site.title, description: site.description, link: site.siteUrl },
      lastBuildDate: changedAt,
    }),
}

export const rss = feedChannel(rssFormat)
