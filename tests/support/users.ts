import type { Payload } from 'payload'

export const PASSWORD = 'correct horse battery'

/** Makes a user when there is none with this address, and signs in. Answers the session's token. */
export async function signIn(
  payload: Payload,
  email: string,
  role: 'admin' | 'editor' | 'author' | 'reader',
) {
  const found = await payload.count({ collection: 'users', where: { email: { equals: email } } })
  if (found.totalDocs === 0) {
    await payload.create({ collection: 'users', data: { email, password: PASSWORD, name: email, role } })
  }
  const { token } = await payload.login({ collection: 'users', data: { email, password: PASSWORD } })
  return token ?? ''
}

export function createFirstUser(payload: Payload): Promise<string> {
  return signIn(payload, 'first@galley.test', 'admin')
}
