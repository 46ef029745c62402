import type { RequestHandler } from 'express'
import type { Payload } from 'payload'
import { readsOnly } from '../access.ts'
import { toHeaders } from './fetch-request.ts'
import { sendProblem } from './problem.ts'
import { isReadByPost, isReading } from './reading.ts'

/** What anonymous people may POST. */
const OPEN = new Set([
  '/api/users/login',
  '/api/users/logout',
  '/api/users/forgot-password',
  '/api/users/reset-password',
])

/** What readers may POST besides: it ends or prolongs their own session. */
const OPEN_TO_READERS = new Set([...OPEN, '/api/users/refresh-token'])

/**
 * Nobody anonymous gets past here but to sign in, and readers only to read. Mount at the root of `/api`, before
 * everything that answers there. `origin`: Galley's own. Problems: 401, 403.
 */
export function signedInOnly({ payload, origin }: { payload: Payload; origin: string }): RequestHandler {
  return async (request, response, next) => {
    const pathname = new URL(request.originalUrl, origin).pathname.replace(/\/$/, '').toLowerCase()
    const posts = request.method === 'POST' && !isReadByPost(request)
    if (posts && OPEN.has(pathname)) return next()
    const { user } = await payload.auth({ headers: toHeaders(request), canSetHeaders: false })
    if (user && readsOnly({ user }) && !isReading(request) && !(posts && OPEN_TO_READERS.has(pathname))) {
      const detail = 'This account reads only. For writing, an admin gives it the role author or editor.'
      return sendProblem(response, { status: 403, detail, errors: [{ message: detail }] })
    }
    if (user) return next()
    const detail = 'Sign in, or send an API key: "Authorization: users API-Key <key>".'
    response.set('WWW-Authenticate', 'users API-Key')
    sendProblem(response, { status: 401, detail, errors: [{ message: detail }] })
  }
}
