/** Where an item stands in the feeds: the site's, its type's, and those of its topics and people. */
import type { CollectionSlug } from 'payload'
import type { ContentItem, Site } from '../../content-item.ts'
import { isAdmitted, ownChoice } from '../admission.ts'
import type { Channel } from '../channel.ts'
import type { Place } from '../presence.ts'

type Row = { id: number; removed: boolean }

/** Links lead to the RSS documents; `/feeds` names the other formats. `collection`: of the feeds' rows. */
export function feedPresence(collection: CollectionSlug): NonNullable<Channel['presence']> {
  return async ({ itemId, item }, { payload, site }) => {
    const row = await payload.db.findOne<Row>({ collection, where: { itemId: { equals: itemId } } })
    if (!row || row.removed || !item) return { isLive: false, note: '', places: [] }
    if (ownChoice(item, 'feeds') === 'no')
      return { isLive: false, note: 'Left out of every feed by “Where it goes”.', places: [] }
    const isInSite = isAdmitted(item, site, 'feeds')
    const places = placesOf(item, site, isInSite)
    if (places.length === 0)
      return { isLive: false, note: 'Left out, by the settings or by “Where it goes”.', places }
    return { isLive: true, note: isInSite ? '' : 'Not in the feed of the whole site.', places }
  }
}

function placesOf({ type, topics, authors }: ContentItem, site: Site, isInSite: boolean): Place[] {
  const at = (name: string, folder: string): Place => ({
    name,
    url: `${site.publicUrl}/feeds${folder}/rss.xml`,
  })
  return [
    ...(isInSite ? [at('All', '')] : []),
    ...(site.matrix[type] ? [at('Its type', `/${type}`)] : []),
    ...topics.map(({ name, slug }) => at(name, `/topics/${encodeURIComponent(slug)}`)),
    ...authors.map(({ name, slug }) => at(name, `/people/${encodeURIComponent(slug)}`)),
  ]
}
