/** How much one request may send. Counted as it arrives, because a length need not be given or true. */
import type { Request, RequestHandler } from 'express'
import { MAX_BYTES } from '../../media/limits.ts'
import { throwRestAway } from './body.ts'
import { type Problem, sendApiProblem } from './problem.ts'
import { signInPathOf } from './sign-in-paths.ts'

const MB = 1_000_000
/** One picture and its fields. */
const MULTIPART = MAX_BYTES + 2 * MB
const JSON_BODY = 5 * MB
const SIGN_IN = 100_000

/** In bytes. */
export function bodyLimitOf(request: Request): number {
  if (signInPathOf(request)) return SIGN_IN
  return request.is('multipart/form-data') ? MULTIPART : JSON_BODY
}

/** What to answer to a body of more than `limit` bytes (413), and what its sender can do. */
export function bodyTooLarge(limit: number): Problem {
  const size = limit < MB ? `${limit / 1000} kB` : `${limit / MB} MB`
  const advice =
    limit === MULTIPART
      ? `make the picture smaller (${MAX_BYTES / MB} MB at most).`
      : limit === SIGN_IN
        ? 'send only the fields that are asked for.'
        : 'shorten it, or split it into several documents; pictures are uploaded by themselves.'
  return { status: 413, detail: `What was sent is larger than ${size}: ${advice}` }
}

/** Refuses at once what says that it is too large: 413. */
export const refuseLargeBodies: RequestHandler = (request, response, next) => {
  const limit = bodyLimitOf(request)
  if (Number(request.get('content-length') ?? 0) <= limit) return next()
  throwRestAway(request)
  sendApiProblem(response, bodyTooLarge(limit))
}
