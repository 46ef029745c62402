/** `/api`: Payload's REST, for the admin and for management. Payload's own access rules hold behind `signedInOnly`. */
import { Readable } from 'node:stream'
import type { ReadableStream as WebStream } from 'node:stream/web'
import type { RequestHandler } from 'express'
import { handleEndpoints, type Payload } from 'payload'
import { answerTo } from './answer.ts'
import { throwRestAway } from './body.ts'
import { fromPayloadErrors, problemType, sendApiProblem } from './problem.ts'

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
    const answer = await answerTo(request, { payload, origin, handle })
    if (answer.status === 503) response.set('Retry-After', RETRY_AFTER_SECONDS)
    throwRestAway(request)
    if (!(answer instanceof Response)) {
      sendApiProblem(response, answer)
      return
    }
    response.status(answer.status)
    for (const [name, value] of answer.headers) if (name !== 'set-cookie') response.set(name, value)
    for (const cookie of answer.headers.getSetCookie())
      response.append('Set-Cookie', isHttps || request.secure ? `${cookie}; Secure` : cookie)
    response.set('Cache-Control', answer.headers.get('cache-control') ?? 'no-store')
    if (answer.status >= 400 && answer.headers.get('content-type')?.startsWith('application/json')) {
      response.removeHeader('Content-Length')
      response
        .set('Content-Type', problemType(request))
        .send(fromPayloadErrors(response, await answer.text()))
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
