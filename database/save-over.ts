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
 * may add to `data`; it can run again on a conflict and must write nothing. `guard`: fields that others write too,
 * without a seq; whatever they write between reading and writing is merged anew, never lost.
 * @returns whether it wrote.
 */
export async function saveOver(options: {
  payload: Payload
  collection: CollectionSlug
  key: Row
  seq: number
  data?: Row
  merge?: (current: Row | null) => Row | Promise<Row>
  guard?: readonly string[]
}): Promise<boolean> {
  const { payload, collection, key, seq, data = {}, merge, guard = [] } = options
  const where = isStill(key)
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
          const where = isStill({ ...key, ...pick(current, ['seq', ...guard]) })
          if (await payload.db.updateOne({ collection, where, data: next })) return true
        } else {
          await payload.db.create({ collection, data: next, returning: false })
          return true
        }
      } catch (error) {
        const now = (await payload.db.findOne({ collection, where })) as Row | null
        if (['seq', ...guard].every((field) => now?.[field] === current?.[field])) throw error
      }
      if (attempt >= 10)
        throw new Error(`[database] ${collection} ${JSON.stringify(key)} changes too often to be written`)
    }
  })
}

/**
 * Writes `data` over the row `id` when `known` fields still hold what was read of them (null: nothing), in one
 * atomic operation. Answers whether it did.
 */
export async function saveUnchanged(options: {
  payload: Payload
  collection: CollectionSlug
  id: number | string
  known: Row
  data: Row
}): Promise<boolean> {
  const { payload, collection, id, known, data } = options
  const where = isStill({ id, ...known })
  // On SQLite the adapter's own transaction stands around finding and updating.
  return Boolean(await payload.db.updateOne({ collection, where, data }))
}

const pick = (row: Row, fields: readonly string[]): Row =>
  Object.fromEntries(fields.map((field) => [field, row[field] ?? null]))

/** A condition, of rows whose fields hold exactly these values. */
const isStill = (row: Row): Where => ({
  and: Object.entries(row).map(([field, value]) => ({ [field]: { equals: value } })) as Where[],
})
