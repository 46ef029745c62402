/** Where a picture is seen in public. */
import type { CollectionSlug, GlobalSlug, PayloadRequest } from 'payload'
import { NO_JOINS } from '../../../database/no-joins.ts'
import { publicRows } from '../../../pipelines/publish/public-rows.ts'

type Id = number | string

/** How many are named; the others are counted. */
const NAMED = 3

/**
 * The documents whose public state shows the picture, scheduled ones too, as a phrase: `the article “A” and the
 * person “B”`; null for none. `settings`: whether the site's icon counts.
 */
export async function whereShown(
  req: PayloadRequest,
  picture: Id,
  { settings }: { settings: boolean },
): Promise<string | null> {
  const { payload } = req
  const places: string[] = []
  let total = 0
  for (const { config } of Object.values(payload.collections)) {
    const shows = config.flattenedFields.find(({ name }) => name === 'shows')
    const canShow = shows?.type === 'group' && shows.flattenedFields.some(({ name }) => name === 'media')
    if (!canShow) continue
    const found = await payload.find({
      collection: config.slug as CollectionSlug,
      where: { and: [{ 'shows.media': { in: [picture] } }, ...publicRows(payload, config.slug)] },
      req,
      overrideAccess: true,
      depth: 0,
      joins: NO_JOINS,
      limit: NAMED,
    })
    total += found.totalDocs
    const title = config.admin.useAsTitle ?? 'id'
    const label = String(config.labels.singular).toLowerCase()
    for (const document of found.docs) {
      places.push(`the ${label} “${(document as unknown as { [field: string]: unknown })[title]}”`)
    }
  }
  if (settings) {
    const site = (await payload.findGlobal({ slug: 'settings' as GlobalSlug, depth: 0, req })) as {
      icon?: Id
    }
    if (site.icon === picture) {
      places.push('the settings, as the site’s icon')
      total += 1
    }
  }
  if (total === 0) return null
  const named = places.slice(0, NAMED)
  const others = total - named.length
  return new Intl.ListFormat('en').format(others > 0 ? [...named, `${others} more`] : named)
}
