import { type FeedFormat, feedChannel } from '../feed-channel.ts'
import { renderRssPage } from './render.ts'

export const rssFormat: FeedFormat = {
  slug: 'rss',
  fileName: 'rss.xml',
  mediaType: 'application/rss+xml',
  render: ({ items, site, page, changedAt, limit }) => {
    const links = [
      ...(page.current ? [{ rel: 'current' as const, href: page.current }] : []),
      ...(page.older ? [{ rel: 'prev-archive' as const, href: page.older }] : []),
      ...(page.newer ? [{ rel: 'next-archive' as const, href: page.newer }] : []),
    ]
    const { title, description, siteUrl: link } = site
    const feed = { url: page.url, title, description, link, links, isArchive: page.isArchive }
    const { xml, count } = renderRssPage({ items, site, feed, lastBuildDate: changedAt, limit })
    return { body: xml, count }
  },
}

export const rss = feedChannel(rssFormat)
