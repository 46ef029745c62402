import type { Payload } from 'payload'

/** The document of an item (`type:uid`) in the admin, while there is one; in the trash too. */
export async function findDocument(
  payload: Payload,
  itemId: string,
): Promise<{ id: number | string } | null> {
  const at = itemId.indexOf(':')
  const collection = itemId.slice(0, at) as 'articles'
  if (!payload.collections[collection]) return null
  return await payload.db.findOne<{ id: number | string }>({
    collection,
    where: { uid: { equals: itemId.slice(at + 1) } },
    select: { uid: true } as never,
  })
}
