/**
 * `/api`: Payload's REST, for the admin and for management. Nobody anonymous gets past here but to sign in;
 * Payload's own access rules come after.
 */
import { Readable } from 'node:stream'
import type { ReadableStream as WebStream } from 'node:stream/web'
import type { Request as ExpressRequest, RequestHandler } from 'express'
import { handleEndpoints, type Payload } from 'payload'
import { sendProblem, toProblem } from './problem.ts'

/** What anonymous people may POST. */
const OPEN = new Set([
  '/api/users/login',
  '/api/users/logout',
  '/api/users/forgot-password',
  '/api/users/reset-password',
])

type Options = { payload: Payload; origin: string; cacheKey?: string }

/** Mount at the root, before any body parser: it reads `originalUrl` and the raw body. */
export function api({ payload, origin, cacheKey }: Options): RequestHandler {
  return async (request, response) => {
    const headers = toHeaders(request)
    const { pathname } = new URL(request.originalUrl, origin)
    const mayEnter = request.method === 'POST' && OPEN.has(pathname.replace(/\/$/, ''))
    if (!mayEnter) {
      const { user } = await payload.auth({ headers, canSetHeaders: false })
      if (!user) {
        const detail = 'Sign in, or send an API key: "Authorization: users API-Key <key>".'
        response.set('WWW-Authenticate', 'users API-Key')
        sendProblem(response, { status: 401, detail, errors: [{ message: detail }] })
        return
      }
    }
    const answer = await handleEndpoints({
      config: payload.config,
      request: toFetchRequest(request, headers, origin),
      ...(cacheKey ? { payloadInstanceCacheKey: cacheKey } : {}),
    })
    response.status(answer.status)
    for (const [name, value] of answer.headers) if (name !== 'set-cookie') response.set(name, value)
    for (const cookie of answer.headers.getSetCookie()) response.append('Set-Cookie', cookie)
    response.set('Cache-Control', answer.headers.get('cache-control') ?? 'no-store')
    if (answer.status >= 400 && answer.headers.get('content-type')?.startsWith('application/json')) {
      response.removeHeader('Content-Length')
      response.type('application/problem+json').send(asProblem(answer.status, await answer.text()))
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

function toFetchRequest(request: ExpressRequest, headers: Headers, origin: string): Request {
  // Payload's router knows no HEAD.
  const method = request.method === 'HEAD' ? 'GET' : request.method
  const hasBody = method !== 'GET' && method !== 'OPTIONS'
  return new Request(new URL(request.originalUrl, origin), {
    method,
    headers,
    ...(hasBody ? { body: Readable.toWeb(request) as ReadableStream, duplex: 'half' } : {}),
  } as RequestInit)
}
