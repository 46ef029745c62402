/** Somebody must be able to let others in: the last admin stays one. */
import {
  APIError,
  type CollectionAfterChangeHook,
  type CollectionBeforeDeleteHook,
  type PayloadRequest,
} from 'payload'
import type { Role } from '../../src/access.ts'
import type { UserRow } from './user-row.ts'

/** Refuses to give the last admin another role (409). After the change: another fault of it must demote nobody. */
export const keepAnAdmin: CollectionAfterChangeHook = async ({ doc, operation, previousDoc, req }) => {
  if (operation === 'update' && previousDoc?.role === 'admin' && doc.role !== 'admin')
    await stepDown(req, doc.id, doc.role)
  return doc
}

/** Refuses to delete the last admin (409). */
export const keepAnAdminOnDelete: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const user = (await req.payload.db.findOne({
    collection: 'users',
    where: { id: { equals: id } },
    req,
  })) as UserRow | null
  if (user?.role === 'admin') await stepDown(req, id, 'author')
}

/**
 * Takes the role first and counts then: of two admins who demote each other at once, without a transaction,
 * each then sees what the other did. One who is left is written, so that two transactions on MongoDB conflict
 * instead of each counting on the admin that the other takes away.
 */
async function stepDown(req: PayloadRequest, id: number | string, role: Role): Promise<void> {
  const { db } = req.payload
  await db.updateOne({ collection: 'users', id, data: { role, updatedAt: null }, req })
  const left = (await db.findOne({
    collection: 'users',
    where: { role: { equals: 'admin' } },
    req,
  })) as UserRow | null
  if (left) {
    await db.updateOne({
      collection: 'users',
      id: left.id,
      data: { updatedAt: new Date().toISOString() },
      req,
    })
    return
  }
  // In a bulk operation the transaction goes on with the others: take it back by hand.
  await db.updateOne({ collection: 'users', id, data: { role: 'admin', updatedAt: null }, req })
  const message = 'This is the last admin: make somebody else an admin first.'
  throw new APIError(message, 409, null, true)
}
