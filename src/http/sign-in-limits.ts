/**
 * How often one address may try to sign in and the like. High enough for an office behind one address: what
 * guards a single account is its own lockout (collections/users/lockout.ts), which all instances share.
 */
import { type RequestHandler, Router } from 'express'
import { rateLimit } from 'express-rate-limit'
import { sendProblem } from './problem.ts'

const MINUTES = 10

/** Requests that count, for each address and ten minutes. */
const LIMITS = [
  { path: '/login', limit: 50, onlyFailures: true },
  { path: '/forgot-password', limit: 30, onlyFailures: false },
  { path: '/reset-password', limit: 30, onlyFailures: true },
  { path: '/unlock', limit: 30, onlyFailures: true },
]

/** Mount at `/api/users`. Above a limit: 429 with Retry-After (RFC 6585 §4). Counts are this process's own. */
export function signInLimits(): RequestHandler {
  const router = Router()
  for (const { path, limit, onlyFailures } of LIMITS) {
    router.post(
      path,
      rateLimit({
        windowMs: MINUTES * 60_000,
        limit,
        skipSuccessfulRequests: onlyFailures,
        standardHeaders: false,
        legacyHeaders: false,
        // Its warnings go to the console; TRUST_PROXY is checked in src/env.ts.
        validate: false,
        handler: (request, response) => {
          const resetTime = (request as { rateLimit?: { resetTime?: Date } }).rateLimit?.resetTime
          const wait = resetTime ? Math.ceil((resetTime.getTime() - Date.now()) / 1000) : MINUTES * 60
          response.set('Retry-After', `${Math.max(1, wait)}`)
          const detail = `Too many attempts from your address: try again in ${Math.ceil(Math.max(1, wait) / 60)} min.`
          sendProblem(response, { status: 429, detail, errors: [{ message: detail }] })
        },
      }),
    )
  }
  return router
}
