/**
 * The one write that projections are made of: a row keeps the seq that made it and is written only over a
 * lower one, in one atomic operation. So an entry seen twice changes nothing, and a stalled worker that wakes
 * up cannot bring an old state back.
 */
import type { CollectionSlug, Payload, Where } from 'payload'
import { breathe } from './breathe.ts'
import { openTransaction, together } from './together.ts'

type Row = { [field: string]: unknown }

/**
 * Writes `data` and `seq` over the row that `key` names unless that row has the same or a higher seq; makes it
 * when there is none. `key`: the fields of a unique index. `merge` sees the row as it stands (null: none) and
 * may add to `data`; it can run again on a conflict and must write nothing.
 * @returns whether it wrote.
 */
export async function saveOver(options: {
  payload: Payload
  collection: CollectionSlug
  key: Row
  seq: number
  data?: Row
  merge?: (current: Row | null) => Row | Promise<Row>
}): Promise<boolean> {
  const { payload, collection, key, seq, data = {}, merge } = options
  const where = {
    and: Object.entries(key).map(([field, value]) => ({ [field]: { equals: value } })),
  } as Where
  await breathe()
  // SQLite finds first and updates then, so the pair needs a transaction; on MongoDB each step is atomic.
  return together(payload.db, async () => {
    for (let attempt = 1; ; attempt++) {
      const current = (await payload.db.findOne({ collection, where })) as Row | null
      if (current && Number(current.seq) >= seq) return false
      const next = { ...key, ...data, ...(await merge?.(current)), seq }
      try {
        if (current && openTransaction(payload.db)) {
          // Nobody else has written since: neither to find the row again nor to read it back says anything new.
          const { id } = current as { id: number }
          await payload.db.updateOne({ collection, id, data: next, returning: false })
          return true
        }
        if (current) {
          // The seq that was read is part of the condition: MongoDB finds and writes in one operation.
          const unchanged = { and: [where, { seq: { equals: current.seq } }] } as Where
          const written = await payload.db.updateOne({ collection, where: unchanged, data: next })
          if (written) return true
        } else {
          await payload.db.create({ collection, data: next, returning: false })
          return true
        }
      } catch (error) {
        const now = (await payload.db.findOne({ collection, where })) as Row | null
        if (now?.seq === current?.seq) throw error
      }
      if (attempt >= 10)
        throw new Error(`[database] ${collection} ${JSON.stringify(key)} changes too often to be written`)
    }
  })
}
