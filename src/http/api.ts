/** `/api`: Payload's REST, for the admin and for management. Payload's own access rules hold behind `signedInOnly`. */
import { Readable } from 'node:stream'
import type { ReadableStream as WebStream } from 'node:stream/web'
import type { Request as ExpressRequest, Response as ExpressResponse, RequestHandler } from 'express'
import { handleEndpoints, type Payload } from 'payload'
import { DatabaseBusyError } from '../../database/busy.ts'
import { transientErrorOf, turnFor, wholeOperation } from '../../database/whole-operation.ts'
import { readBody } from './body.ts'
import { bodyLimitOf, bodyTooLarge, upTo } from './body-limit.ts'
import { toFetchRequest } from './fetch-request.ts'
import { problemType, requestIdOf, sendProblem, toProblem } from './problem.ts'

/** Bodies up to this size are kept in memory, to be able to send them again: documents, small pictures. */
const MOST_KEPT = 4_000_000
const RETRY_AFTER_SECONDS = '2'

/** Needs the raw body: mount before any body parser. `cacheKey`: of `getPayload`, when it is not the default. */
export function api(options: {
  payload: Payload
  origin: string
  cacheKey?: string | undefined
}): RequestHandler {
  const { payload, origin, cacheKey } = options
  const isHttps = origin.startsWith('https:')
  const handle = (request: Request) =>
    handleEndpoints({
      config: payload.config,
      request,
      ...(cacheKey ? { payloadInstanceCacheKey: cacheKey } : {}),
    })
  return async (request, response) => {
    const limit = bodyLimitOf(request)
    let isTooLarge = false
    const onTooLarge = () => {
      isTooLarge = true
    }
    const answer = await answerFor(request, { payload, origin, handle, limit: upTo(limit, onTooLarge) })
    if (isTooLarge) {
      response.set('Connection', 'close')
      sendProblem(response, bodyTooLarge(limit))
      return
    }
    if (answer instanceof DatabaseBusyError) {
      const { message } = answer
      response.set('Retry-After', RETRY_AFTER_SECONDS)
      sendProblem(response, { status: 503, detail: message, errors: [{ message }] })
      return
    }
    response.status(answer.status)
    for (const [name, value] of answer.headers) if (name !== 'set-cookie') response.set(name, value)
    for (const cookie of answer.headers.getSetCookie())
      response.append('Set-Cookie', isHttps || request.secure ? `${cookie}; Secure` : cookie)
    response.set('Cache-Control', answer.headers.get('cache-control') ?? 'no-store')
    if (answer.status === 503) response.set('Retry-After', RETRY_AFTER_SECONDS)
    if (answer.status >= 400 && answer.headers.get('content-type')?.startsWith('application/json')) {
      response.removeHeader('Content-Length')
      response.set('Content-Type', problemType(request)).send(asProblem(response, await answer.text()))
      return
    }
    if (!answer.body || request.method === 'HEAD') {
      response.end()
      return
    }
    const body = Readable.fromWeb(answer.body as WebStream)
    response.on('close', () => body.destroy())
    body.on('error', (error) => response.destroy(error))
    body.pipe(response)
  }
}

type Handling = {
  payload: Payload
  origin: string
  handle(request: Request): Promise<Response>
  limit: TransformStream<Uint8Array, Uint8Array>
}

/** Writes take turns and are done again where the database asks for it (database/whole-operation.ts). */
async function answerFor(request: ExpressRequest, how: Handling): Promise<Response | DatabaseBusyError> {
  const { payload, origin, handle, limit } = how
  const stream = () => (Readable.toWeb(request) as ReadableStream<Uint8Array>).pipeThrough(limit)
  const turn = turnOf(request, how)
  if (!turn) return handle(toFetchRequest(request, origin, stream))
  const kept = await readBody(request, MOST_KEPT)
  const attempt = async () => {
    const attempted = toFetchRequest(request, origin, () => kept ?? stream())
    const answer = await handle(attempted)
    const reason = transientErrorOf(attempted)
    if (reason && kept) throw reason
    // What is too large to be kept is sent once.
    if (reason)
      throw new DatabaseBusyError('Others changed the same at the same moment: send it again.', reason)
    return answer
  }
  try {
    return await wholeOperation(payload.db, turn, attempt)
  } catch (error) {
    if (error instanceof DatabaseBusyError) return error
    throw error
  }
}

/**
 * What a request writes to. New documents need no turn: nobody else has them yet. SQLite has one writer at a time
 * anyway, but signing in reads the user before it begins to write.
 */
function turnOf(request: ExpressRequest, { payload, origin }: Handling): string | null {
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return null
  const [, , collection = '', id] = new URL(request.originalUrl, origin).pathname.split('/')
  if (request.method === 'POST' && !id) return null
  if (collection === payload.config.admin.user) return collection
  if (payload.db.name === 'sqlite') return null
  return turnFor(payload.db, collection, id)
}

/** Payload's `{ errors }` as an RFC 9457 problem that still holds `errors`, which the admin reads. */
function asProblem(response: ExpressResponse, text: string): string {
  const known = { status: response.statusCode, ...requestIdOf(response) }
  try {
    const body = JSON.parse(text) as { message?: string; errors?: { message?: string }[] }
    const detail = body.errors?.map(({ message }) => message).join(' ') || body.message || ''
    return JSON.stringify({ ...body, ...toProblem({ ...known, detail }) })
  } catch {
    return JSON.stringify(toProblem({ ...known, detail: text }))
  }
}
