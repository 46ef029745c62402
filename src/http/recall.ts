/**
 * Answers that were given before, given again without Express, whose way to a route costs several times what the
 * answer does: to the same words of a request without conditions, and only while nothing has changed since.
 */
import { randomUUID } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { LRUCache } from 'lru-cache'

/**
 * `headers`: name, value, name, value …, which is what Node writes fastest. A short `body` is its bytes as characters
 * (latin1), which Node puts behind the headers and writes at once; a longer one costs more to copy.
 */
type Answer = { version: number; headers: string[]; body: Buffer | string }

export type Recall = {
  /** Keeps what is being answered, once it is out; `version`: of what it was made of. */
  remember(
    request: IncomingMessage,
    response: ServerResponse,
    answer: { version: number; body: Buffer },
  ): void
  /** Before `app`, which answers everything that is not remembered. */
  before(app: RequestListener): RequestListener
}

/** Whatever else decides over an answer, or over its headers. */
const CONDITIONS = ['if-none-match', 'if-modified-since', 'cookie', 'authorization', 'x-request-id']
const LONGEST_KEY = 500
/** In bytes. */
const SHORT = 16_384

/** `version`: the present one. `maxBytes`: of all that is kept, which long bodies share with who made them. */
export function createRecall({
  version,
  maxBytes = 24_000_000,
}: {
  version(): number | Promise<number>
  maxBytes?: number
}): Recall {
  const answers = new LRUCache<string, Answer>({
    max: 2_000,
    maxSize: maxBytes,
    sizeCalculation: ({ body }) => body.length + 1_000,
  })

  return {
    remember(request, response, { version, body }) {
      const key = keyOf(request)
      if (!key) return
      response.once('finish', () => {
        if (response.statusCode !== 200) return
        const headers = Object.entries(response.getHeaders())
          .filter(([name]) => name !== 'x-request-id')
          .flatMap(([name, value]) => [name, String(value)])
        answers.set(key, { version, headers, body: body.length < SHORT ? body.toString('latin1') : body })
      })
    },
    before: (app) => (request, response) => {
      const key = keyOf(request)
      const answer = key === null ? undefined : answers.get(key)
      if (!answer) return app(request, response)
      const answerAt = (present: number) => {
        if (present !== answer.version) return app(request, response)
        response.writeHead(200, [...answer.headers, 'X-Request-Id', randomUUID()])
        response.end(answer.body, 'latin1')
      }
      // A promise is waited for only where there is one: they cost more than the rest.
      const present = version()
      if (typeof present === 'number') return answerAt(present)
      // Rejected by the database: what says so is there.
      present.then(answerAt, () => app(request, response))
    },
  }
}

/** Null for what is always answered anew. As it came: `originalUrl` where Express has cut the address. */
function keyOf(request: IncomingMessage & { originalUrl?: string }): string | null {
  const { method, headers } = request
  if (method !== 'GET' || CONDITIONS.some((name) => headers[name] !== undefined)) return null
  const key = `${request.originalUrl ?? request.url} ${headers['accept-encoding'] ?? ''}`
  return key.length > LONGEST_KEY ? null : key
}
