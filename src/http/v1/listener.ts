/**
 * The delivery API over HTTP. Stands before Express: what was answered before goes out again as stored bytes, and what
 * was not comes straight from the read model.
 */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { itemTag } from '../../../pipelines/channels/delivery/apply.ts'
import type { Replica } from '../../../pipelines/channels/delivery/replica.ts'
import { SETTINGS_ITEM_ID } from '../../../pipelines/ledger/entry.ts'
import type { Problem } from '../problem.ts'
import { requestIdOf, type Trust } from '../request-id.ts'
import { ANY_SITE_HEADERS, securityHeadersFor } from '../security-headers.ts'
import type { Answer, Asked, Context } from './answer.ts'
import { createAnswerCache } from './cache.ts'
import { createChanges } from './changes.ts'
import { type Encoding, encodingFor } from './encodings.ts'
import { readFreshness } from './freshness.ts'
import { createMinSeq } from './min-seq.ts'
import { problemAnswer } from './problem-answer.ts'
import { type Representation, represent } from './representation.ts'
import { send } from './send.ts'
import { isDelivery, readTarget, withoutAuthority } from './target.ts'

/** Answers that go on: what is at `/v1/<name>`. `headers`: names and values that every answer has. */
export type Stream = (
  request: IncomingMessage,
  response: ServerResponse,
  given: { asked: Asked; context: Context; headers: { [name: string]: string } },
) => void

export type DeliveryOptions = {
  replica: Replica
  /** What it keeps (`tags`) must follow from path and query alone, not from other headers. */
  answerTo(asked: Asked, context: Context): Answer
  context: Pick<Context, 'publicUrl' | 'types'>
  isTrusted: Trust
  /** Whether the read model has what was published before it was opened; absent: it has. */
  isReady?: () => boolean
  streams?: { readonly [name: string]: Stream }
  /** Of what is our fault; the reader sees 500. */
  onError(error: unknown, about: { method: string; path: string; requestId: string }): void
}

export type Delivery = {
  /** Before `app`, which answers everything else. */
  before(app: RequestListener): RequestListener
  /** Ends what goes on. */
  close(): void
}

/** Drafts, which are read from the database by whoever holds a token. */
const BEHIND = /^\/v1\/preview([/?]|$)/
const METHODS = 'GET, HEAD, OPTIONS'
const LONGEST_KEY = 2_000

const CORS = {
  ...ANY_SITE_HEADERS,
  'Access-Control-Expose-Headers': 'ETag, Link, Location, Retry-After, Galley-Seq, X-Request-Id',
}
const PREFLIGHT = {
  Allow: METHODS,
  'Access-Control-Allow-Methods': METHODS,
  'Access-Control-Allow-Headers': 'If-None-Match, Galley-Min-Seq, Last-Event-ID',
  'Access-Control-Max-Age': '86400',
}

/** Keeps what it answers until the replica says that it is stale. */
export function createDelivery(options: DeliveryOptions): Delivery {
  const { replica, answerTo, isTrusted, onError } = options
  const { store } = replica
  const context: Context = { ...options.context, store, epoch: () => store.position().epoch }
  const base = { ...securityHeadersFor({ isHttps: context.publicUrl.startsWith('https:') }), ...CORS }
  const cache = createAnswerCache<Representation>()
  const minSeq = createMinSeq(replica)
  const changes = createChanges({
    replica,
    onError: (error) => onError(error, { method: 'GET', path: '/v1/changes', requestId: '' }),
  })
  const streams: { [name: string]: Stream } = { changes: changes.answer, ...options.streams }
  let freshness = readFreshness(store)
  replica.onStale((stale) => {
    if (stale !== 'everything' && !stale.tags.has(itemTag(SETTINGS_ITEM_ID))) return cache.forget(stale)
    freshness = readFreshness(store)
    cache.forget('everything')
  })

  function answer(url: string, request: IncomingMessage, response: ServerResponse) {
    const { method, headers } = request
    if (method === 'OPTIONS') return empty(request, response)
    if (method !== 'GET' && method !== 'HEAD')
      return refuse(request, response, notAllowed, { Allow: METHODS })
    if (headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) !== 0)
      return refuse(request, response, noBody, { Connection: 'close' })
    if (options.isReady?.() === false) return refuse(request, response, notYet, { 'Retry-After': '1' })
    const least = headers['galley-min-seq']
    if (least === undefined) return give(url, request, response)
    const go = (problem: Problem | null) =>
      problem
        ? refuse(request, response, problem, problem.status === 503 ? { 'Retry-After': '1' } : {})
        : give(url, request, response)
    const missing = minSeq(String(least))
    if (missing instanceof Promise) missing.then(go)
    else go(missing)
  }

  /** Of the present state, whether kept or made. */
  function give(url: string, request: IncomingMessage, response: ServerResponse) {
    const requestId = requestIdOf(request, isTrusted)
    try {
      const encoding = encodingFor(request.headers['accept-encoding'] as string | undefined)
      const key = `${encoding} ${url}`
      const found = cache.find(key) ?? make(key, encoding, { url, request, response, requestId })
      if (!found) return
      const about = { seq: replica.seq(), requestId }
      if (!(found instanceof Promise)) return send(request, response, found, about)
      found
        .then((made) => send(request, response, made, about))
        .catch((error: unknown) => fail(error, request, response, requestId))
    } catch (error) {
      fail(error, request, response, requestId)
    }
  }

  /** Null where a stream answers. */
  function make(
    key: string,
    encoding: Encoding,
    {
      url,
      request,
      response,
      requestId,
    }: { url: string; request: IncomingMessage; response: ServerResponse; requestId: string },
  ): Representation | Promise<Representation> | null {
    const target = readTarget(url)
    if ('status' in target) return represent(problemAnswer(target), { encoding, base, freshness })
    const asked: Asked = { ...target, headers: request.headers }
    const stream = Object.hasOwn(streams, target.path.join('/')) ? streams[target.path.join('/')] : undefined
    if (stream) {
      const own = { 'Galley-Seq': `${replica.seq()}`, 'X-Request-Id': requestId }
      stream(request, response, { asked, context, headers: { ...base, ...own } })
      return null
    }
    // Another process may write between two statements; `Galley-Seq`, and what is kept, are of this state too.
    const said = store.read(() => {
      replica.noticeOthers()
      return answerTo(asked, context)
    })
    const made = represent(said, { encoding, base, freshness })
    if (said.tags && key.length <= LONGEST_KEY) cache.add(key, said.tags, made)
    return made
  }

  function fail(error: unknown, request: IncomingMessage, response: ServerResponse, requestId: string): void {
    onError(error, { method: request.method ?? '', path: request.url ?? '', requestId })
    if (response.headersSent) return void response.destroy()
    const detail = 'Galley failed to answer; the log says why.'
    refuse(request, response, { status: 500, detail, requestId }, {}, requestId)
  }

  /** Says what is wrong with a request; nothing of it is compressed or kept. */
  function refuse(
    request: IncomingMessage,
    response: ServerResponse,
    problem: Problem,
    headers: { [name: string]: string },
    requestId = requestIdOf(request, isTrusted),
  ): void {
    const said = { ...problemAnswer(problem), headers }
    const made = represent(said, { encoding: 'identity', base, freshness }) as Representation
    send(request, response, made, { seq: replica.seq(), requestId })
  }

  function empty(request: IncomingMessage, response: ServerResponse) {
    const headers = { ...base, ...PREFLIGHT, 'X-Request-Id': requestIdOf(request, isTrusted) }
    response.writeHead(204, Object.entries(headers).flat()).end()
  }

  return {
    close: changes.close,
    before: (app) => (request, response) => {
      const url = withoutAuthority(request.url ?? '')
      if (!isDelivery(url) || BEHIND.test(url)) return app(request, response)
      answer(url, request, response)
    },
  }
}

const notAllowed: Problem = { status: 405, detail: `Content can only be read here: use ${METHODS}.` }
const notYet: Problem = {
  status: 503,
  detail: 'What is published is still being read: try again in a moment.',
}
const noBody: Problem = { status: 400, detail: 'Questions are asked in the address: send no body.' }
