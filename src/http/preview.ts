/**
 * `/v1/preview/{type}/{slug}`: the newest draft, as the item that publishing it would make. For whoever holds a pass for
 * this one document, or may read drafts; never kept anywhere.
 */
import { type Request, type Response, Router } from 'express'
import { rateLimit } from 'express-rate-limit'
import PQueue from 'p-queue'
import type { Payload } from 'payload'
import { readToken } from '../../collections/preview/token.ts'
import type { Store } from '../../pipelines/channels/delivery/store.ts'
import { parseItemId } from '../../pipelines/ledger/entry.ts'
import { roleOf } from '../access.ts'
import { findByDraftSlug, findByUid, type Newest, textOfNewest } from '../newest-draft.ts'
import { toHeaders } from './fetch-request.ts'
import { previewPictures, withPictures } from './preview-pictures.ts'
import { sendProblem } from './problem.ts'
import { readByAnySite } from './security-headers.ts'
import { SHAPE } from './v1/parameters.ts'
import { isAnswer, readQuery } from './v1/query.ts'
import { shaper } from './v1/shape.ts'

/** A website asks for all its editors from one address. */
const A_MINUTE = 600
const AT_ONCE = 4
const WAITING = 100

type Options = {
  payload: Payload
  store: Store
  types: readonly string[]
  /** Of pictures; absolute. */
  directory: string
  publicUrl: string
}

/**
 * Mount at `/v1/preview`, before `/v1`. Problems: 400 for parameters, 401 without a pass for the document, 404 for those who
 * may read drafts, 405, 429, 503.
 */
export function previewRoutes({ payload, store, types, directory, publicUrl }: Options): Router {
  const router = Router()
  const queue = new PQueue({ concurrency: AT_ONCE })
  router.use((request, response, next) => {
    response.set('Cache-Control', 'no-store')
    // Never beside a cookie or an API key, which browsers would have to be allowed to send.
    if (request.query.token === undefined) return next()
    readByAnySite(request, response, next)
  })
  router.use(tooMany())

  router.get('/media/:name', previewPictures({ payload, directory }))
  router.get('/:type/:slug', async (request, response) => {
    const query = new URL(request.originalUrl, 'http://galley.invalid').searchParams
    const found = await findFor(request, query)
    if (found === 'refused') return refuse(response)
    query.delete('token')
    const given = readQuery(query, SHAPE)
    if (isAnswer(given)) {
      response.status(given.status).set('Content-Type', 'application/problem+json').send(given.body)
      return
    }
    if (!found) {
      const detail = `There is no document "${request.params.slug}" in ${request.params.type}.`
      return sendProblem(response, { status: 404, detail })
    }
    if (queue.size >= WAITING) {
      response.set('Retry-After', '1')
      return sendProblem(response, {
        status: 503,
        detail: 'Too many previews at once: try again in a moment.',
      })
    }
    const text = await queue.add(() => textOfNewest(payload, store, found))
    const shown = withPictures(shaper(store, given).show(text), { payload, store, publicUrl })
    response.type('application/json').send(`{"data":${shown}}`)
  })

  router.use((request, response) => {
    if (request.method === 'GET' || request.method === 'HEAD') return refuse(response)
    response.set('Allow', 'GET, HEAD')
    if (request.method === 'OPTIONS') return void response.status(204).end()
    sendProblem(response, { status: 405, detail: 'Previews can only be read: use GET or HEAD.' })
  })

  async function findFor(request: Request, query: URLSearchParams): Promise<Newest | 'refused' | null> {
    const { type, slug } = {
      type: String(request.params.type),
      slug: String(request.params.slug).normalize('NFC'),
    }
    // A pass alone decides where there is one.
    if (query.has('token')) return (await findByPass(type, slug, query.getAll('token'))) ?? 'refused'
    const { user } = await payload.auth({ headers: toHeaders(request), canSetHeaders: false })
    if (roleOf({ user }) === null) return 'refused'
    return types.includes(type) ? findByDraftSlug(payload, type, slug) : null
  }

  /** A document that was renamed is found under its present slug, and under that which it had when the pass was made. */
  async function findByPass(type: string, slug: string, tokens: string[]): Promise<Newest | null> {
    const pass = readToken(payload.secret, tokens.length === 1 ? (tokens[0] ?? '') : '', Date.now())
    if (!pass) return null
    const { type: own, uid } = parseItemId(pass.itemId)
    if (own !== type || !types.includes(type)) return null
    const newest = await findByUid(payload, type, uid)
    return newest && [pass.slug, newest.slug].includes(slug) ? newest : null
  }

  return router
}

/** The same bytes whatever is wrong: nobody learns what there is. */
function refuse(response: Response): void {
  const detail = 'This preview needs a valid pass for the document: open it again with Preview in the admin.'
  response.set('WWW-Authenticate', 'users API-Key')
  sendProblem(response, { status: 401, detail })
}

function tooMany() {
  return rateLimit({
    windowMs: 60_000,
    limit: A_MINUTE,
    standardHeaders: false,
    legacyHeaders: false,
    // Its warnings go to the console; TRUST_PROXY is checked in src/env.ts.
    validate: false,
    handler: (_request, response) => {
      response.set('Retry-After', '60')
      sendProblem(response, {
        status: 429,
        detail: 'Too many previews from your address: try again in a minute.',
      })
    },
  })
}
