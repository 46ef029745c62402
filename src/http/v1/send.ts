/** Puts a representation on the wire, around Express, whose way costs several times what this does. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { isUnchanged } from './if-none-match.ts'
import type { Representation } from './representation.ts'

/** In ms: after this a reader who takes byte by byte has had the connection long enough. */
const SLOWEST_MS = 120_000

/** `seq`: of the state that it is of. Answers 304 and HEAD too; ends the response. */
export function send(
  request: IncomingMessage,
  response: ServerResponse,
  { status, headers, unchanged, body, etag }: Representation,
  { seq, requestId }: { seq: number; requestId: string },
): void {
  const condition = request.headers['if-none-match']
  const own = ['Galley-Seq', `${seq}`, 'X-Request-Id', requestId]
  if (condition !== undefined && etag !== null && isUnchanged(condition, etag)) {
    response.writeHead(304, unchanged.concat(own)).end()
    return
  }
  response.writeHead(status, headers.concat(own))
  if (request.method === 'HEAD') response.end()
  else response.end(body, 'latin1')
  if (response.writableLength > 0) endSlow(response)
}

/** What its reader does not take is let go of at last. */
function endSlow(response: ServerResponse): void {
  const timer = setTimeout(() => response.destroy(), SLOWEST_MS)
  timer.unref()
  response.once('close', () => clearTimeout(timer))
}
