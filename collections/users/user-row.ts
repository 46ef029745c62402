/** A user as the database keeps it: what Payload never shows. */
import { APIError, type Payload, type PayloadRequest } from 'payload'
import type { Role } from '../../src/access.ts'

export type UserRow = {
  id: number | string
  email: string
  name?: string | null
  role: Role
  hash?: string | null
  salt?: string | null
  sessions?: { id: string; createdAt: Date | string; expiresAt: Date | string }[] | null
}

/** As accounts are compared: "  Mia@Example.COM " is mia@example.com. */
export const toAccountName = (given: unknown): string =>
  typeof given === 'string' ? given.toLowerCase().trim().slice(0, 320) : ''

/** Straight from the database, past every access rule; null when there is no such user. */
export async function findUser(payload: Payload, where: { email: string } | { id: number | string }) {
  const [[field, equals] = ['id', '']] = Object.entries(where)
  return (await payload.db.findOne({
    collection: 'users',
    where: { [field]: { equals } },
  })) as UserRow | null
}

/** The user that an address such as `/users/12/api-key` names. @throws APIError 404 */
export async function userOfRoute(req: PayloadRequest): Promise<UserRow> {
  const given = String(req.routeParams?.id ?? '')
  const id = req.payload.db.defaultIDType === 'number' ? Number(given) : given
  const isPossible = typeof id === 'number' ? Number.isSafeInteger(id) : /^[\da-f]{24}$/i.test(id)
  const user = isPossible ? await findUser(req.payload, { id }) : null
  if (!user) throw new APIError('There is no such user: they may have been deleted.', 404, null, true)
  return user
}
