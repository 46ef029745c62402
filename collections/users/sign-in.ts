/**
 * `POST /api/users/login` in Payload's place: a wrong password, an unknown user and a locked account get the same
 * answer after the same work.
 */
import {
  APIError,
  addDataAndFileToRequest,
  type Endpoint,
  generatePayloadCookie,
  type PayloadRequest,
} from 'payload'
import { countAttempt, forgetAttempts, isUsedUp } from './lockout.ts'
import { isPasswordOf } from './password.ts'
import { openSession } from './session.ts'
import { findUser, toAccountName } from './user-row.ts'

const REFUSAL =
  'The e-mail address or the password is wrong, or there were too many attempts: check both, or wait ten minutes.'

export const signIn: Endpoint = {
  path: '/login',
  method: 'post',
  handler: async (req) => {
    await addDataAndFileToRequest(req)
    const { payload } = req
    const account = toAccountName(req.data?.email)
    const password: unknown = req.data?.password
    if (!account || typeof password !== 'string' || !password.trim())
      throw new APIError('Give an "email" and a "password".', 400, null, true)

    const isLocked = await isUsedUp(payload, 'sign-in', account)
    const user = await findUser(payload, { email: account })
    const isRight = await isPasswordOf(user, password)
    if (!isLocked && !isRight) await countAttempt(payload, 'sign-in', account)
    // Again: many guesses may have been under way at once.
    const isRefused = isLocked || !isRight || (await isUsedUp(payload, 'sign-in', account))
    const session = user && !isRefused ? await openSession(req, user) : null
    if (!user || !session) throw new APIError(REFUSAL, 401, null, true)

    await forgetAttempts(payload, 'sign-in', account)
    return answer(req, user.id, session)
  },
}

/** What Payload's own answer holds; the admin reads it. */
async function answer(
  req: PayloadRequest,
  id: number | string,
  { token, exp }: { token: string; exp: number },
): Promise<Response> {
  const { config } = req.payload.collections.users
  const auth = { collection: 'users', _strategy: 'local-jwt' } as const
  const user = await req.payload.findByID({
    collection: 'users',
    id,
    depth: 0,
    overrideAccess: false,
    user: { ...(await req.payload.findByID({ collection: 'users', id, depth: 0 })), ...auth },
  })
  const cookie = generatePayloadCookie({
    collectionAuthConfig: config.auth,
    cookiePrefix: req.payload.config.cookiePrefix,
    token,
  })
  return Response.json(
    { message: req.t('authentication:passed'), exp, token, user: { ...user, ...auth } },
    { headers: { 'Set-Cookie': String(cookie) } },
  )
}

/** `POST /api/users/unlock` for the admin's button. */
export const unlock: Endpoint = {
  path: '/unlock',
  method: 'post',
  handler: async (req) => {
    await addDataAndFileToRequest(req)
    const role = (req.user as { role?: string } | null)?.role
    if (role !== 'admin') throw new APIError('Only an admin unlocks an account.', 403, null, true)
    await forgetAttempts(req.payload, 'sign-in', toAccountName(req.data?.email))
    return Response.json({ message: req.t('general:success') })
  },
}
