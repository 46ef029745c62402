/**
 * `/api`: Payload's REST, for the admin and for management. Nobody anonymous gets past here but to sign in;
 * Payload's own access rules come after.
 */
import { Readable } from 'node:stream'
import type { ReadableStream as WebStream } from 'node:stream/web'
import type { Request as ExpressRequest, RequestHandler } from 'express'
import { handleEndpoints, type Payload } from 'payload'
import { DatabaseBusyError } from '../../database/busy.ts'
import { transientErrorOf, turnFor, wholeOperation } from '../../database/whole-operation.ts'
import { readsOnly } from '../access.ts'
import { readBody } from './body.ts'
import { sendProblem, toProblem } from './problem.ts'
import { isReadByPost, isReading } from './reading.ts'

/** Bodies up to this size are kept in memory, to be able to send them again: documents, small pictures. */
const MOST_KEPT = 4_000_000
const RETRY_AFTER_SECONDS = '2'

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
 * The admin's forms read an answer only when its type holds the words "application/json" (@payloadcms/ui, Form);
 * else they show "Bad Request" and nothing of the reason. The parameter means nothing to anybody else.
 */
const PROBLEM = 'application/problem+json; as="application/json"'

/** Mount at the root of `/api`, before everything that answers there. `origin`: Galley's own. */
export function signedInOnly({ payload, origin }: { payload: Payload; origin: string }): RequestHandler {
  return async (request, response, next) => {
    const pathname = new URL(request.originalUrl, origin).pathname.replace(/\/$/, '')
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

/** Needs the raw body: mount before any body parser. `cacheKey`: of `getPayload`, when it is not the default. */
export function api(options: {
  payload: Payload
  origin: string
  cacheKey?: string | undefined
}): RequestHandler {
  const { payload, origin, cacheKey } = options
  const handle = (request: Request) =>
    handleEndpoints({
      config: payload.config,
      request,
      ...(cacheKey ? { payloadInstanceCacheKey: cacheKey } : {}),
    })
  return async (request, response) => {
    const answer = await answerFor(request, { payload, origin, handle })
    if (answer instanceof DatabaseBusyError) {
      const { message } = answer
      response.set('Retry-After', RETRY_AFTER_SECONDS)
      sendProblem(response, { status: 503, detail: message, errors: [{ message }] })
      return
    }
    response.status(answer.status)
    for (const [name, value] of answer.headers) if (name !== 'set-cookie') response.set(name, value)
    for (const cookie of answer.headers.getSetCookie()) response.append('Set-Cookie', cookie)
    response.set('Cache-Control', answer.headers.get('cache-control') ?? 'no-store')
    if (answer.status === 503) response.set('Retry-After', RETRY_AFTER_SECONDS)
    if (answer.status >= 400 && answer.headers.get('content-type')?.startsWith('application/json')) {
      response.removeHeader('Content-Length')
      response.set('Content-Type', PROBLEM).send(asProblem(answer.status, await answer.text()))
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

type Handling = { payload: Payload; origin: string; handle(request: Request): Promise<Response> }

/** Writes take turns and are done again where the database asks for it (database/whole-operation.ts). */
async function answerFor(request: ExpressRequest, how: Handling): Promise<Response | DatabaseBusyError> {
  const { payload, origin, handle } = how
  const turn = turnOf(request, how)
  if (!turn) return handle(toFetchRequest(request, origin, request))
  // What is too large to be kept is sent once.
  const body = (await readBody(request, MOST_KEPT)) ?? request
  const attempt = async () => {
    const attempted = toFetchRequest(request, origin, body)
    const answer = await handle(attempted)
    const reason = transientErrorOf(attempted)
    if (reason && body !== request) throw reason
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
function asProblem(status: number, text: string): string {
  try {
    const body = JSON.parse(text) as { message?: string; errors?: { message?: string }[] }
    const detail = body.errors?.map(({ message }) => message).join(' ') || body.message || ''
    return JSON.stringify({ ...body, ...toProblem({ status, detail }) })
  } catch {
    return JSON.stringify(toProblem({ status, detail: text }))
  }
}

function toHeaders(request: ExpressRequest): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    for (const each of Array.isArray(value) ? value : [value])
      if (each !== undefined) headers.append(name, each)
  }
  return headers
}

function toFetchRequest(request: ExpressRequest, origin: string, body: ExpressRequest | Buffer): Request {
  // Payload's router knows no HEAD.
  const method = request.method === 'HEAD' ? 'GET' : request.method
  const hasBody = method !== 'GET' && method !== 'OPTIONS'
  return new Request(new URL(request.originalUrl, origin), {
    method,
    headers: toHeaders(request),
    ...(hasBody
      ? { body: Buffer.isBuffer(body) ? body : (Readable.toWeb(body) as ReadableStream), duplex: 'half' }
      : {}),
  } as RequestInit)
}
