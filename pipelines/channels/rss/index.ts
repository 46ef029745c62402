import type { FeedFormat } from '../feed-format.ts'
import { renderRssPage } from './render.ts'

export const rss: FeedFormat = {
  slug: 'rss',
  label: 'RSS',
  fileName: 'rss.xml',
  mediaType: 'application/rss+xml',
  render: ({ items, site, page, changedAt }) => {
    const links = [
      ...(page.current ? [{ rel: 'current' as const, href: page.current }] : []),
      ...(page.older ? [{ rel: 'prev-archive' as const, href: page.older }] : []),
      ...(page.newer ? [{ rel: 'next-archive' as const, href: page.newer }] : []),
    ]
    const { url, title, description, home: link, isArchive } = page
    const feed = { url, title, description, link, links, isArchive }
    const { xml, count } = renderRssPage({ items, site, feed, lastBuildDate: changedAt })
    return { body: xml, count }
  },
}
