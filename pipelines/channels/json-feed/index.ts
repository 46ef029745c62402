import type { FeedFormat } from '../feed-format.ts'
import { renderJsonFeedPage } from './render.ts'

export const jsonFeed: FeedFormat = {
  slug: 'json-feed',
  label: 'JSON Feed',
  fileName: 'feed.json',
  mediaType: 'application/feed+json',
  render: ({ items, site, page }) => {
    const { url, title, description, home: homePageUrl, older: nextUrl } = page
    const feed = { url, homePageUrl, title, description, nextUrl }
    const { json, count } = renderJsonFeedPage({ items, site, feed })
    return { body: json, count }
  },
}
