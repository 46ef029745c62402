/**
 * How often one address may try to sign in and the like. High enough for an office behind one address: what
 * guards a single account is its own lockout (collections/users/lockout.ts), which all instances share.
 */
import type { RequestHandler } from 'express'
import { rateLimit } from 'express-rate-limit'
import { sendApiProblem } from './problem.ts'
import { SIGN_IN_PATHS, type SignInPath, signInPathOf } from './sign-in-paths.ts'

const MINUTES = 10

/** Above a limit of SIGN_IN_PATHS: 429 with Retry-After (RFC 6585 §4). Counts are this process's own. */
export function signInLimits(): RequestHandler {
  const limiters = new Map(SIGN_IN_PATHS.map((path) => [path, limiterOf(path)]))
  return (request, response, next) => {
    const path = request.method === 'POST' ? signInPathOf(request) : undefined
    const limiter = path && limiters.get(path)
    return limiter ? limiter(request, response, next) : next()
  }
}

function limiterOf({ attempts }: SignInPath): RequestHandler | null {
  if (!attempts) return null
  return rateLimit({
    windowMs: MINUTES * 60_000,
    limit: attempts.limit,
    skipSuccessfulRequests: attempts.onlyFailures,
    standardHeaders: false,
    legacyHeaders: false,
    // Its warnings go to the console; TRUST_PROXY is checked in src/env.ts.
    validate: false,
    handler: (request, response) => {
      const resetTime = (request as { rateLimit?: { resetTime?: Date } }).rateLimit?.resetTime
      const wait = resetTime ? Math.ceil((resetTime.getTime() - Date.now()) / 1000) : MINUTES * 60
      response.set('Retry-After', `${Math.max(1, wait)}`)
      const detail = `Too many attempts from your address: try again in ${Math.ceil(Math.max(1, wait) / 60)} min.`
      sendApiProblem(response, { status: 429, detail })
    },
  })
}
