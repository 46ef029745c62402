import type { Payload } from 'payload'
import { parseItemId } from '../../pipelines/ledger/entry.ts'

/** The document of an item (`type:uid`) in the admin, while there is one; in the trash too. */
export async function findDocument(
  payload: Payload,
  itemId: string,
): Promise<{ id: number | string } | null> {
  const { type, uid } = parseItemId(itemId)
  const collection = type as 'articles'
  if (!payload.collections[collection]) return null
  return await payload.db.findOne<{ id: number | string }>({
    collection,
    where: { uid: { equals: uid } },
    select: { uid: true } as never,
  })
}
