/** One row an item: whether it is live and what it was derived from. Only a note: reconcile trusts nothing else to it. */
import type { Payload } from 'payload'
import { parseItemId } from '../ledger/entry.ts'
import type { Stamps } from './derive.ts'
import { canonicalJson } from './hash.ts'

export type ItemRow = { itemId: string; live: boolean; seq: number; stamps: Stamps | null }

/** Writes the item's row. Two writers may do so at once: a wrong note only makes reconcile derive again. */
export async function rememberItem(payload: Payload, row: ItemRow): Promise<void> {
  const collection = 'ledger-items'
  const where = { itemId: { equals: row.itemId } }
  const known = await payload.db.findOne<ItemRow & { id: number }>({ collection, where })
  const data = { ...row, type: parseItemId(row.itemId).type, stamps: row.stamps ?? {} }
  if (!known) {
    await payload.db.create({ collection, data, returning: false }).catch(async (error: unknown) => {
      // Another writer made it in the same moment.
      if (!(await payload.db.findOne({ collection, where }))) throw error
    })
  } else if (
    known.live !== row.live ||
    known.seq !== row.seq ||
    canonicalJson(known.stamps) !== canonicalJson(data.stamps)
  ) {
    await payload.db.updateOne({ collection, id: known.id, data, returning: false })
  }
}

/** What live items were derived from. In the stamps of one that has to be looked at again there is nothing. */
export async function readStamps(payload: Payload, itemIds: string[]): Promise<Map<string, Partial<Stamps>>> {
  const found = await payload.db.find<ItemRow>({
    collection: 'ledger-items',
    where: { and: [{ itemId: { in: itemIds } }, { live: { equals: true } }] },
    limit: itemIds.length,
    pagination: false,
  })
  return new Map(found.docs.map(({ itemId, stamps }) => [itemId, stamps ?? {}]))
}
