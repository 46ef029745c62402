/** From a request to Payload's answer: its body, its turn, and again where the database asks for it. */
import type { Request as ExpressRequest } from 'express'
import type { Payload } from 'payload'
import { DatabaseBusyError } from '../../database/busy.ts'
import { canConflict, transientErrorOf, turnFor, wholeOperation } from '../../database/whole-operation.ts'
import { bodyUpTo, readBody } from './body.ts'
import { bodyLimitOf, bodyTooLarge } from './body-limit.ts'
import { toFetchRequest, toUrl } from './fetch-request.ts'
import { type Problem, toDetail } from './problem.ts'
import { isReading } from './reading.ts'
import { signInPathOf } from './sign-in-paths.ts'

/** Anybody may send these bodies, so nobody may take long over one. */
const SIGN_IN_PATIENCE_MS = 30_000

type Handling = { payload: Payload; origin: string; handle(request: Request): Promise<Response> }

/** Problems: 408 and 413 for the body, with more of it to come; 503 while the database is busy. */
export async function answerTo(request: ExpressRequest, how: Handling): Promise<Response | Problem> {
  const isSigningIn = signInPathOf(request) !== undefined
  const turn = turnOf(request, how)
  const mayMeetOthers = canConflict(how.payload.db) && !isReading(request)
  if (turn === null && !isSigningIn && !mayMeetOthers) return answerToStream(request, how)
  // Whole, before the turn: a slow body holds up nobody else, and what is kept can be sent again.
  const limit = bodyLimitOf(request)
  const body = await readBody(request, { limit, patienceMs: isSigningIn ? SIGN_IN_PATIENCE_MS : undefined })
  if (body === 'too large') return bodyTooLarge(limit)
  if (body === 'too slow') {
    const detail = `What was sent did not arrive within ${SIGN_IN_PATIENCE_MS / 1000} s: send it again.`
    return { status: 408, detail }
  }
  const attempt = async () => {
    const attempted = toFetchRequest(request, how.origin, () => body)
    const answer = await how.handle(attempted)
    const reason = transientErrorOf(attempted)
    if (reason) throw reason
    return answer
  }
  try {
    return await wholeOperation(how.payload.db, turn, attempt)
  } catch (error) {
    if (error instanceof DatabaseBusyError) return { status: 503, detail: toDetail(error.message) }
    throw error
  }
}

async function answerToStream(
  request: ExpressRequest,
  { origin, handle }: Handling,
): Promise<Response | Problem> {
  const limit = bodyLimitOf(request)
  let isTooLarge = false
  const body = () =>
    bodyUpTo(request, limit, () => {
      isTooLarge = true
    })
  const answer = await handle(toFetchRequest(request, origin, body))
  return isTooLarge ? bodyTooLarge(limit) : answer
}

/**
 * What a request writes to. New documents need no turn: nobody else has them yet. Nor does signing in, which adds
 * its session in one operation (collections/users/session.ts); other changes to users read before they write.
 */
function turnOf(request: ExpressRequest, { payload, origin }: Handling): string | null {
  if (isReading(request) || signInPathOf(request)?.name === 'login') return null
  const [, , collection = '', id] = toUrl(request, origin).pathname.split('/')
  if (request.method === 'POST' && !id) return null
  return collection === payload.config.admin.user ? collection : turnFor(payload.db, collection, id)
}
