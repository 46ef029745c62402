/** Which requests to `/api` only read. */
import type { IncomingHttpHeaders } from 'node:http'

type Asked = { method: string; headers: IncomingHttpHeaders }

/** RFC 9110 §9.2.1. */
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])
const OVERRIDES = ['x-payload-http-method-override', 'x-http-method-override']

/** Whether its method promises to change nothing. */
export function isSafe({ method }: Pick<Asked, 'method'>): boolean {
  return SAFE.has(method)
}

/** By its method, or as a POST that Payload's router takes as a GET. */
export function isReading(request: Asked): boolean {
  return isSafe(request) || isReadByPost(request)
}

/** A POST with the query in its body; the admin's relation fields send it. */
export function isReadByPost({ method, headers }: Asked): boolean {
  return method === 'POST' && OVERRIDES.some((name) => headers[name] === 'GET')
}
