/** Sessions of a user. Payload's own way writes the whole user as it was before the password was compared. */
import { randomUUID } from 'node:crypto'
import { getFieldsToSign, jwtSign, type PayloadRequest, type Where } from 'payload'
import { wholeOperation } from '../../database/whole-operation.ts'
import type { UserRow } from './user-row.ts'

/** Above this many ended sessions they are cleared away. */
const ENDED_KEPT = 20

/**
 * Opens a session if the user still has the password that `user` was read with; null when it was changed meanwhile.
 * Adds to the list in one operation: of several sign-ins at once none loses its session, and no other change to the
 * user is overwritten.
 * @returns the token and when it ends, in seconds since 1970.
 */
export async function openSession(
  req: PayloadRequest,
  user: UserRow,
): Promise<{ token: string; exp: number } | null> {
  const { db, secret } = req.payload
  const { config } = req.payload.collections.users
  const { tokenExpiration } = config.auth
  const now = Date.now()
  const session = {
    id: randomUUID(),
    createdAt: new Date(now).toISOString(),
    expiresAt: new Date(now + tokenExpiration * 1000).toISOString(),
  }
  const unchanged: Where = {
    and: [{ id: { equals: user.id } }, { hash: { equals: user.hash } }, { salt: { equals: user.salt } }],
  }
  // In the turn of those who change users over HTTP (src/http/answer.ts): they read the whole user and write it back.
  const written = await wholeOperation(db, 'users', async () => {
    await clearEnded(req, user.id)
    return db.updateOne({
      collection: 'users',
      where: unchanged,
      // Null leaves the date as it is: the account was not edited.
      data: { sessions: { $push: session }, updatedAt: null },
    })
  })
  if (!written) return null
  const signed = { ...user, collection: 'users' } as unknown as PayloadRequest['user']
  const fieldsToSign = getFieldsToSign({
    collectionConfig: config,
    email: user.email,
    sid: session.id,
    user: signed,
  })
  return jwtSign({ fieldsToSign, secret, tokenExpiration })
}

async function clearEnded(req: PayloadRequest, id: UserRow['id']): Promise<void> {
  const { db } = req.payload
  const user = (await db.findOne({ collection: 'users', where: { id: { equals: id } } })) as UserRow | null
  const sessions = user?.sessions ?? []
  const live = sessions.filter(({ expiresAt }) => new Date(expiresAt).getTime() > Date.now())
  if (sessions.length - live.length > ENDED_KEPT)
    await db.updateOne({ collection: 'users', id, data: { sessions: live, updatedAt: null } })
}
