import crypto from 'node:crypto'
import { promisify } from 'node:util'
import type { Payload } from 'payload'

export const PASSWORD = 'correct horse battery'

/** As Payload keeps it, and for everybody the same: collections/users/password.ts knows the form. */
const SALT = 'of every account that a test makes'
const hashOf = async (password: string) =>
  `pbkdf2-sha256-v1:${(await promisify(crypto.pbkdf2)(password, SALT, 600_000, 32, 'sha256')).toString('hex')}`

/** Makes a user when there is none with this address, and signs in. Answers the session's token. */
export async function signIn(
  payload: Payload,
  email: string,
  role: 'admin' | 'editor' | 'author' | 'reader',
) {
  const found = await payload.count({ collection: 'users', where: { email: { equals: email } } })
  if (found.totalDocs === 0) {
    // The row alone: Payload would hash the password with a salt that nobody has hashed it with before.
    const data = { email, name: email, role, salt: SALT, hash: await hashOf(PASSWORD) }
    await payload.db.create({ collection: 'users', data })
  }
  const { token } = await payload.login({ collection: 'users', data: { email, password: PASSWORD } })
  return token ?? ''
}

export function createFirstUser(payload: Payload): Promise<string> {
  return signIn(payload, 'first@galley.test', 'admin')
}
