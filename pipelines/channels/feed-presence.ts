/** Where an item stands in a feed. */
import type { CollectionSlug } from 'payload'
import { isAdmitted } from './admission.ts'
import type { Channel } from './channel.ts'

type Row = { id: number; removed: boolean }

/** `fileName`: last segment of the feed's address. `collection`: of the feed's rows. */
export function feedPresence(options: {
  fileName: string
  collection: CollectionSlug
}): NonNullable<Channel['presence']> {
  const { fileName, collection } = options
  return async ({ itemId, item }, { payload, site }) => {
    const row = await payload.db.findOne<Row>({ collection, where: { itemId: { equals: itemId } } })
    if (!row || row.removed || !item) return { isLive: false, note: '', places: [] }
    if (!isAdmitted(item, site, 'feeds'))
      return { isLive: false, note: 'Left out, by the settings or by “Where it goes”.', places: [] }
    return {
      isLive: true,
      note: '',
      places: [{ name: fileName, url: `${site.publicUrl}/feeds/${fileName}` }],
    }
  }
}
