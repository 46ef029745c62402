/** `/v1`: published content for websites. Reads nothing but the delivery channel's projection. */
import { createHash } from 'node:crypto'
import { type RequestHandler, type Response, Router } from 'express'
import type { Store } from '../../pipelines/channels/delivery/store.ts'
import { sendProblem } from './problem.ts'

const DEFAULT_LIMIT = 20
const MAX_LIMIT = 100

/** Where a page of a list ends: its last item's place in the order. */
type Place = { publishedAt: string; itemId: string }

type Options = { store: Store; types: readonly string[]; epoch(): Promise<string> }

/** Mount at `/v1`. Problems: 400 for `limit` or `after`, 404 for type or slug, 410 for an `after` of another epoch. */
export function deliveryRoutes({ store, types, epoch }: Options): Router {
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
    const { items, next } = listItems(store, { type: String(request.params.type), limit, after: cursor })
    const token =
      next && Buffer.from(JSON.stringify([current, next.publishedAt, next.itemId])).toString('base64url')
    const page = JSON.stringify({ limit, next: token })
    sendJson(response, `{"data":[${items.join(',')}],"page":${page}}`)
  })

  router.get('/:type/:slug', knownType, (request, response) => {
    const { type, slug } = request.params
    const item = findItem(store, String(type), String(slug).normalize('NFC'))
    if (!item) {
      sendProblem(response, { status: 404, detail: `There is no published item "${slug}" in ${type}.` })
      return
    }
    sendJson(response, `{"data":${item}}`)
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
function sendJson(response: Response, body: string): void {
  response
    .set('ETag', `"${createHash('sha256').update(body).digest('base64url')}"`)
    .set('Cache-Control', 'public, max-age=0, must-revalidate')
    .type('application/json')
    .send(body)
}

type Found = [item: string, carried: string, published: string, id: string]

/** As JSON. */
const whole = ([item, carried]: [string, string, ...unknown[]]) =>
  carried ? `${item.slice(0, -1)},${carried}}` : item

/** Public items of a type, newest first; `next`: where the following page begins, null at the end. */
function listItems(
  store: Store,
  { type, limit, after }: { type: string; limit: number; after: Place | null },
): { items: string[]; next: Place | null } {
  const beyond = after ? [after.publishedAt, after.itemId] : []
  const found = store
    .sql<Found>(
      `SELECT items.item, items.carried, places.published, places.id
       FROM places JOIN items ON items.id = places.id
       WHERE places.list = ? ${after ? 'AND (places.published, places.id) < (?, ?)' : ''}
       ORDER BY places.published DESC, places.id DESC LIMIT ?`,
    )
    .all(type, ...beyond, limit + 1)
  const page = found.slice(0, limit)
  const [, , publishedAt = '', itemId = ''] = page.at(-1) ?? []
  return { items: page.map(whole), next: found.length > limit ? { publishedAt, itemId } : null }
}

/** The public item at this address; null when there is none. */
function findItem(store: Store, type: string, slug: string): string | null {
  const row = store
    .sql<[string, string]>('SELECT item, carried FROM items WHERE type = ? AND slug = ? AND live = 1')
    .get(type, slug)
  return row ? whole(row) : null
}
