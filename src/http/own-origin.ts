/** Refuses what another site makes somebody's browser send (CSRF), signing in included. */
import type { Request, RequestHandler } from 'express'
import { sendApiProblem } from './problem.ts'
import { isSafe } from './reading.ts'

/** `origins`: where a browser opens Galley. Mount before whatever changes something. */
export function ownOriginOnly({ origins }: { origins: readonly string[] }): RequestHandler {
  return (request, response, next) => {
    if (isSafe(request) || isOfProgram(request) || isOwn(request, origins)) return next()
    const from = request.get('origin') ?? 'another site'
    const detail =
      `This request comes from ${from}, and Galley takes changes only from ${origins.join(' or ')}. ` +
      'If you opened Galley at another address, open it there, or set PUBLIC_URL to the address you use.'
    sendApiProblem(response, { status: 403, detail })
  }
}

/** A browser never adds an API key or a token by itself; a cookie, and the proxy's own Basic login, it does. */
function isOfProgram(request: Request): boolean {
  const isOurs = /^(users API-Key|JWT|Bearer) /.test(request.get('authorization') ?? '')
  return isOurs && !request.get('cookie')
}

/** Browsers send Origin with every change; what sends neither header is no browser. */
function isOwn(request: Request, origins: readonly string[]): boolean {
  const origin = request.get('origin')
  if (origin !== undefined) return origins.includes(origin)
  return ['same-origin', 'none', undefined].includes(request.get('sec-fetch-site'))
}
