/**
 * Compares a password with what Payload keeps of it. Payload does that work only for accounts that exist and are
 * not locked, so the time that an answer takes would tell which.
 */
import crypto, { randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import type { UserRow } from './user-row.ts'

/** As Payload writes them (payload/dist/auth/strategies/local/generatePasswordSaltHash.js). */
const PREFIX = 'pbkdf2-sha256-v1:'
const ITERATIONS = 600_000
const KEY_LENGTH = 32

const noOne = {
  salt: randomBytes(32).toString('hex'),
  hash: PREFIX + randomBytes(KEY_LENGTH).toString('hex'),
}

/**
 * The same work for everybody, `null` (no such user) included.
 * @throws Error when Payload keeps passwords in a way that this code does not know.
 */
export async function isPasswordOf(user: UserRow | null, password: string): Promise<boolean> {
  const { salt, hash } = user?.hash && user.salt ? { salt: user.salt, hash: user.hash } : noOne
  if (!hash.startsWith(PREFIX))
    throw new Error(
      '[users] Payload keeps passwords in a new way: bring collections/users/password.ts up to date',
    )
  const derived = await promisify(crypto.pbkdf2)(password, salt, ITERATIONS, KEY_LENGTH, 'sha256')
  const kept = Buffer.from(hash.slice(PREFIX.length), 'hex')
  return derived.length === kept.length && timingSafeEqual(derived, kept) && hash !== noOne.hash
}
