/** From Express's requests to those of the Fetch standard, which Payload takes. */
import type { Request as ExpressRequest } from 'express'

export function toHeaders(request: ExpressRequest): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    for (const each of Array.isArray(value) ? value : [value])
      if (each !== undefined) headers.append(name, each)
  }
  return headers
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
  return new Request(new URL(request.originalUrl, origin), {
    method,
    headers: toHeaders(request),
    ...(hasBody ? { body: body(), duplex: 'half' } : {}),
  } as RequestInit)
}
