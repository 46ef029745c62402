/**
 * Lockout by account name, whether or not there is such an account: five failures in ten minutes, and the next
 * ten minutes fail too. Kept in the database, for all instances; sessions and API keys are not touched.
 */
import { createHmac } from 'node:crypto'
import type { CollectionConfig, Payload, Where } from 'payload'

const MINUTE = 60_000

/** Kinds of attempts: how many within which time. */
const KINDS = {
  'sign-in': { limit: 5, window: 10 * MINUTE },
  'reset-mail': { limit: 3, window: 60 * MINUTE },
} as const
type Kind = keyof typeof KINDS
type Row = { count: number }

const nobody = () => false

const collection = 'sign-in-attempts'

export const Attempts: CollectionConfig = {
  slug: collection,
  access: { create: nobody, read: nobody, update: nobody, delete: nobody },
  admin: { hidden: true },
  graphQL: false,
  timestamps: false,
  lockDocuments: false,
  fields: [
    { name: 'key', type: 'text', required: true, unique: true, index: true },
    { name: 'count', type: 'number', required: true },
    { name: 'until', type: 'date', required: true, index: true },
  ],
}

/** Whether the account's attempts of this kind are used up for now. */
export async function isUsedUp(payload: Payload, kind: Kind, account: string): Promise<boolean> {
  const where = live(keyOf(payload, kind, account))
  const row = (await payload.db.findOne({ collection, where })) as unknown as Row | null
  return (row?.count ?? 0) >= KINDS[kind].limit
}

/** Counts one attempt. */
export async function countAttempt(payload: Payload, kind: Kind, account: string): Promise<void> {
  const { db } = payload
  const { limit, window } = KINDS[kind]
  const key = keyOf(payload, kind, account)
  const until = new Date(Date.now() + window).toISOString()
  const add = async () =>
    (await db.updateOne({
      collection,
      where: live(key),
      data: { count: { $inc: 1 } },
    })) as unknown as Row | null
  const counted = await add()
  // The lock lasts its whole time from the attempt that brings it.
  if (counted?.count === limit) await db.updateOne({ collection, where: live(key), data: { until } })
  if (counted) return
  await db.deleteMany({ collection, where: { until: { less_than_equal: new Date().toISOString() } } })
  try {
    await db.create({ collection, data: { key, count: 1, until } })
  } catch (error) {
    // Somebody else's attempt made the row in the same moment.
    if (!(await add())) throw error
  }
}

/** Starts the account's count anew. */
export async function forgetAttempts(payload: Payload, kind: Kind, account: string): Promise<void> {
  await payload.db.deleteMany({ collection, where: { key: { equals: keyOf(payload, kind, account) } } })
}

/** People type passwords into the wrong field: no name is kept as it was typed. */
function keyOf(payload: Payload, kind: Kind, account: string): string {
  return createHmac('sha256', payload.secret).update(`${kind}:${account}`).digest('hex')
}

const live = (key: string): Where => ({
  and: [{ key: { equals: key } }, { until: { greater_than: new Date().toISOString() } }],
})
