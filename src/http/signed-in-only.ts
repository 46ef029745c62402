import type { RequestHandler } from 'express'
import type { Payload } from 'payload'
import { readsOnly } from '../access.ts'
import { toHeaders } from './fetch-request.ts'
import { sendApiProblem } from './problem.ts'
import { isReadByPost, isReading } from './reading.ts'
import { signInPathOf } from './sign-in-paths.ts'

/**
 * Nobody anonymous gets past here but to sign in, and readers only to read. Mount at the root of `/api`, before
 * everything that answers there. Problems: 401, 403.
 */
export function signedInOnly({ payload }: { payload: Payload }): RequestHandler {
  return async (request, response, next) => {
    const posts = request.method === 'POST' && !isReadByPost(request)
    const openTo = posts ? signInPathOf(request)?.openTo : undefined
    if (openTo === 'everybody') return next()
    const { user } = await payload.auth({ headers: toHeaders(request), canSetHeaders: false })
    if (user && readsOnly({ user }) && !isReading(request) && openTo !== 'readers') {
      const detail = 'This account reads only. For writing, an admin gives it the role author or editor.'
      return sendApiProblem(response, { status: 403, detail })
    }
    if (user) return next()
    const detail = 'Sign in, or send an API key: "Authorization: users API-Key <key>".'
    response.set('WWW-Authenticate', 'users API-Key')
    sendApiProblem(response, { status: 401, detail })
  }
}
