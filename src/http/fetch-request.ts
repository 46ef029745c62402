/** From Express's requests to those of the Fetch standard, which Payload takes. */
import type { Request as ExpressRequest } from 'express'

/** The request's headers; one that was sent several times stays several. */
export function toHeaders(request: ExpressRequest): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    for (const each of Array.isArray(value) ? value : [value])
      if (each !== undefined) headers.append(name, each)
  }
  return headers
}

/**
 * What was asked for, at Galley's own `origin`: whatever host the request names, also in its target
 * (`POST http://elsewhere/api/…`, RFC 9112 §3.2.2), is not believed.
 */
export function toUrl({ originalUrl }: Pick<ExpressRequest, 'originalUrl'>, origin: string): URL {
  const target = originalUrl.replace(/^[a-z][a-z\d+.-]*:\/\/[^/?#]*/i, '')
  return new URL(`${origin}${target.startsWith('/') ? '' : '/'}${target}`)
}

/** The path alone, as Payload's router will see it: dots are resolved, a slash at the end and capitals do not count. */
export function toPath(request: Pick<ExpressRequest, 'originalUrl'>): string {
  return toUrl(request, 'http://galley.invalid').pathname.replace(/\/$/, '').toLowerCase()
}

/** `origin`: Galley's own; what the request says of its host is not believed. `body`: asked for where there is one. */
export function toFetchRequest(
  request: ExpressRequest,
  origin: string,
  body: () => ReadableStream<Uint8Array> | Buffer,
): Request {
  // Payload's router knows no HEAD.
  const method = request.method === 'HEAD' ? 'GET' : request.method
  const hasBody = method !== 'GET' && method !== 'OPTIONS'
  return new Request(toUrl(request, origin), {
    method,
    headers: toHeaders(request),
    ...(hasBody ? { body: body(), duplex: 'half' } : {}),
  } as RequestInit)
}
