import type { Payload } from 'payload'
import { pages } from '../../database/pages.ts'

/**
 * Keys of every rendition that must stay: of each picture, also in the trash, and of whatever the delivery
 * projection still gives out (it may lag behind the pictures).
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
  type File = { id: number | string; name: string }
  const where = [{ removed: { equals: false } }]
  for await (const { name } of pages<File>(payload, {
    collection: 'delivery-files',
    where,
    select: { name: true },
  })) {
    keys.add(name.slice(0, name.indexOf('-')))
  }
  return keys
}
