import type { CollectionSlug, Payload } from 'payload'
import { fileTypes } from './content-types.ts'
import type { Id } from './to-data.ts'

/** Whether anything shows the picture: a document (drafts and the trash too) or the settings. */
export async function isPictureUsed(payload: Payload, id: Id): Promise<boolean> {
  for (const { collection } of fileTypes) {
    const config = payload.collections[collection as CollectionSlug].config
    const shows = config.flattenedFields.find(({ name }) => name === 'shows')
    const canShow = shows?.type === 'group' && shows.flattenedFields.some(({ name }) => name === 'media')
    if (!canShow) continue
    for (const draft of [false, true]) {
      const { docs } = await payload.find({
        collection: collection as CollectionSlug,
        where: { 'shows.media': { in: [id] } },
        draft: draft as never,
        trash: true,
        depth: 0,
        limit: 1,
        pagination: false,
        select: { uid: true } as never,
      })
      if (docs.length > 0) return true
    }
  }
  const settings = (await payload.findGlobal({ slug: 'settings' as never, depth: 0 })) as { icon?: Id | null }
  return settings.icon === id
}
