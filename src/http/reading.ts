/** Which requests to `/api` only read. */
import type { IncomingHttpHeaders } from 'node:http'

type Asked = { method: string; headers: IncomingHttpHeaders }

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])
const OVERRIDES = ['x-payload-http-method-override', 'x-http-method-override']

/** By its method, or as a POST that Payload's router takes as a GET. */
export function isReading(request: Asked): boolean {
  return SAFE.has(request.method) || isReadByPost(request)
}

/** A POST with the query in its body; the admin's relation fields send it. */
export function isReadByPost({ method, headers }: Asked): boolean {
  return method === 'POST' && OVERRIDES.some((name) => headers[name] === 'GET')
}
