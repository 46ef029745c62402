/** `/v1`: published content for websites. Reads nothing but the delivery channel's projection. */
import { createHash } from 'node:crypto'
import { type RequestHandler, type Response, Router } from 'express'
import type { Payload } from 'payload'
import { findItem, listItems, type Place } from '../../pipelines/channels/delivery/index.ts'
import { sendProblem } from './problem.ts'

const DEFAULT_LIMIT = 20
const MAX_LIMIT = 100

type Options = { payload: Payload; types: readonly string[]; epoch(): Promise<string> }

/** Mount at `/v1`. Problems: 400 for `limit` or `after`, 404 for type or slug, 410 for an `after` of another epoch. */
export function deliveryRoutes({ payload, types, epoch }: Options): Router {
  const router = Router()

  const knownType: RequestHandler = (request, response, next) => {
    if (types.includes(String(request.params.type))) return next()
    sendProblem(response, {
      status: 404,
      detail: `There is no type "${request.params.type}". Types: ${types.join(', ')}.`,
    })
  }

  router.get('/:type', knownType, async (request, response) => {
    const limit = toLimit(request.query.limit)
    if (limit === null) {
      sendProblem(response, { status: 400, detail: `"limit" must be a whole number from 1 to ${MAX_LIMIT}.` })
      return
    }
    const cursor = toCursor(request.query.after)
    if (cursor === 'malformed') {
      sendProblem(response, {
        status: 400,
        detail: '"after" must be a "next" of an earlier page, as it was given.',
      })
      return
    }
    const current = await epoch()
    if (cursor && cursor.epoch !== current) {
      sendProblem(response, {
        status: 410,
        detail: 'This "after" is of another history of the site: start over without it.',
      })
      return
    }
    const { items, next } = await listItems(payload, {
      type: String(request.params.type),
      limit,
      after: cursor,
    })
    const token =
      next && Buffer.from(JSON.stringify([current, next.publishedAt, next.itemId])).toString('base64url')
    sendJson(response, { data: items, page: { limit, next: token } })
  })

  router.get('/:type/:slug', knownType, async (request, response) => {
    const { type, slug } = request.params
    const item = await findItem(payload, String(type), String(slug).normalize('NFC'))
    if (!item) {
      sendProblem(response, { status: 404, detail: `There is no published item "${slug}" in ${type}.` })
      return
    }
    sendJson(response, { data: item })
  })

  return router
}

function toLimit(given: unknown): number | null {
  if (given === undefined) return DEFAULT_LIMIT
  const limit = typeof given === 'string' && /^\d{1,3}$/.test(given) ? Number(given) : 0
  return limit >= 1 && limit <= MAX_LIMIT ? limit : null
}

function toCursor(given: unknown): (Place & { epoch: string }) | 'malformed' | null {
  if (given === undefined) return null
  try {
    const [epoch, publishedAt, itemId] = JSON.parse(
      Buffer.from(String(given), 'base64url').toString(),
    ) as string[]
    if (!epoch || !itemId || Number.isNaN(Date.parse(publishedAt ?? ''))) return 'malformed'
    return { epoch, publishedAt: publishedAt ?? '', itemId }
  } catch {
    return 'malformed'
  }
}

/** With a strong ETag over the bytes; Express answers 304 and HEAD by itself. */
function sendJson(response: Response, value: unknown): void {
  const body = JSON.stringify(value)
  response
    .set('ETag', `"${createHash('sha256').update(body).digest('base64url')}"`)
    .set('Cache-Control', 'public, max-age=0, must-revalidate')
    .type('application/json')
    .send(body)
}
