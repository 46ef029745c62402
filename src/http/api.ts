/**
 * `/api`: Payload's REST, for the admin and for management. Nobody anonymous gets past here but to sign in;
 * Payload's own access rules come after.
 */
import { Readable } from 'node:stream'
import type { ReadableStream as WebStream } from 'node:stream/web'
import type { Request as ExpressRequest, RequestHandler } from 'express'
import { handleEndpoints, type Payload } from 'payload'
import { sendProblem, toProblem } from './problem.ts'

/**
 * The admin's form reads an answer's errors only where `application/json` occurs in its type, else it shows no
 * more than “Bad Request”. A parameter that nobody defines is to be ignored (RFC 9110 §8.3.1, RFC 2045 §1).
 */
const PROBLEM = 'application/problem+json; admin="application/json"; charset=utf-8'

/** What anonymous people may POST. */
const OPEN = new Set([
  '/api/users/login',
  '/api/users/logout',
  '/api/users/forgot-password',
  '/api/users/reset-password',
])

/** Mount at the root of `/api`, before everything that answers there. `origin`: Galley's own. */
export function signedInOnly({ payload, origin }: { payload: Payload; origin: string }): RequestHandler {
  return async (request, response, next) => {
    const { pathname } = new URL(request.originalUrl, origin)
    if (request.method === 'POST' && OPEN.has(pathname.replace(/\/$/, ''))) return next()
    const { user } = await payload.auth({ headers: toHeaders(request), canSetHeaders: false })
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
  return async (request, response) => {
    const answer = await handleEndpoints({
      config: payload.config,
      request: toFetchRequest(request, origin),
      ...(cacheKey ? { payloadInstanceCacheKey: cacheKey } : {}),
    })
    response.status(answer.status)
    for (const [name, value] of answer.headers) if (name !== 'set-cookie') response.set(name, value)
    for (const cookie of answer.headers.getSetCookie()) response.append('Set-Cookie', cookie)
    response.set('Cache-Control', answer.headers.get('cache-control') ?? 'no-store')
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

function toFetchRequest(request: ExpressRequest, origin: string): Request {
  // Payload's router knows no HEAD.
  const method = request.method === 'HEAD' ? 'GET' : request.method
  const hasBody = method !== 'GET' && method !== 'OPTIONS'
  return new Request(new URL(request.originalUrl, origin), {
    method,
    headers: toHeaders(request),
    ...(hasBody ? { body: Readable.toWeb(request) as ReadableStream, duplex: 'half' } : {}),
  } as RequestInit)
}
