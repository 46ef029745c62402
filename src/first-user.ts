/** The first user: made by the program, so that nobody can register one over HTTP. */
import { randomBytes } from 'node:crypto'
import type { Payload } from 'payload'
import type { Env } from './env.ts'

export type FirstUser = {
  /** The database had no user: this program has just made it. */
  isNew: boolean
  /** The password that was made up, to be shown once. */
  password: string | null
}

/** Makes an admin when there is no user at all. */
export async function makeFirstUser(payload: Payload, env: Env): Promise<FirstUser> {
  const { totalDocs } = await payload.count({ collection: 'users', overrideAccess: true })
  if (totalDocs > 0) return { isNew: false, password: null }
  const password = env.adminPassword ?? randomBytes(12).toString('base64url')
  try {
    await payload.create({
      collection: 'users',
      data: { email: env.adminEmail, password, name: 'Admin', role: 'admin' },
      overrideAccess: true,
    })
  } catch (error) {
    // Another instance may have made it in the same moment.
    if ((await payload.count({ collection: 'users', overrideAccess: true })).totalDocs === 0) throw error
    return { isNew: false, password: null }
  }
  return { isNew: true, password: env.adminPassword ? null : password }
}
