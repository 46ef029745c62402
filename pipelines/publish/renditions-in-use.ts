import type { Payload, Where } from 'payload'
import { inGroups, pages } from '../../database/pages.ts'
import { readLasts } from '../ledger/read.ts'
import { pictureFilesOf } from '../picture-files.ts'

const AT_ONCE = 100

/**
 * Keys of every rendition that must stay: of each picture, also in the trash, and of whatever is public still (which
 * may lag behind the pictures).
 */
export async function renditionsInUse(payload: Payload): Promise<Set<string>> {
  const keys = new Set<string>()
  type Picture = { id: number | string; renditions?: { key?: string } | null }
  for await (const { renditions } of pages<Picture>(payload, {
    collection: 'media',
    select: { renditions: true },
  })) {
    if (renditions?.key) keys.add(renditions.key)
  }
  type Item = { id: number | string; itemId: string }
  const where: Where[] = [{ type: { equals: 'media' } }, { live: { equals: true } }]
  const live = pages<Item>(payload, { collection: 'ledger-items', where, select: { itemId: true } })
  for await (const group of inGroups(live, AT_ONCE)) {
    const itemIds = group.map(({ itemId }) => itemId)
    for (const { item } of (await readLasts(payload, itemIds, { isKept: false })).values()) {
      for (const name of pictureFilesOf(item)) keys.add(name.slice(0, name.indexOf('-')))
    }
  }
  return keys
}
