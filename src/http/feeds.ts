/** `/feeds`: rendered once for each change, then served from memory. */
import { createHash } from 'node:crypto'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { type Request, type Response, Router } from 'express'
import type { Payload } from 'payload'
import type { FeedFormat } from '../../pipelines/channels/feed-channel.ts'
import {
  type FeedDocument,
  feedVersion,
  readArchivePage,
  readFeed,
} from '../../pipelines/channels/feed-document.ts'
import { sendProblem } from './problem.ts'

type Encoding = 'br' | 'gzip' | 'identity'

/** Each representation's bytes with the strong ETag over them. */
type Encoded = { lastModified: string; encoded: Record<Encoding, { body: Buffer; etag: string }> }

export function feedRoutes(options: { payload: Payload; formats: readonly FeedFormat[] }): Router {
  const { payload, formats } = options
  const router = Router()
  for (const format of formats) {
    let cached: (Encoded & { version: number }) | null = null
    router.get(`/${format.fileName}`, async (request, response) => {
      if (request.query.page !== undefined) {
        const page = /^[1-9]\d{0,6}$/.test(String(request.query.page)) ? Number(request.query.page) : 0
        const archive = await readArchivePage(payload, format, page)
        if (archive) send(request, response, format, encode(archive))
        else
          sendProblem(response, {
            status: 404,
            detail: 'This feed has no such page: begin with its newest items.',
          })
        return
      }
      // Read before the rows: what is rendered is at least this new.
      const version = await feedVersion(payload, format)
      if (cached?.version !== version) {
        const feed = await readFeed(payload, format)
        if (!feed) {
          sendProblem(response, { status: 503, detail: 'The site is being set up: try again in a moment.' })
          return
        }
        cached = { version, ...encode(feed) }
      }
      send(request, response, format, cached)
    })
  }
  return router
}

/** Express answers HEAD, and 304 where the ETag (or else the date) still fits. */
function send(request: Request, response: Response, format: FeedFormat, feed: Encoded): void {
  const encoding = (request.acceptsEncodings('br', 'gzip', 'identity') || 'identity') as Encoding
  const { body, etag } = feed.encoded[encoding]
  response
    .set('ETag', etag)
    .set('Last-Modified', feed.lastModified)
    .set('Cache-Control', 'public, max-age=0, must-revalidate')
    .set('Content-Type', `${format.mediaType}; charset=utf-8`)
    .vary('Accept-Encoding')
  if (encoding !== 'identity') response.set('Content-Encoding', encoding)
  response.send(body)
}

function encode({ body: text, changedAt }: FeedDocument): Encoded {
  const withETag = (body: Buffer): Encoded['encoded'][Encoding] => ({
    body,
    etag: `"${createHash('sha256').update(body).digest('base64url')}"`,
  })
  const identity = Buffer.from(text)
  return {
    lastModified: new Date(changedAt).toUTCString(),
    encoded: {
      identity: withETag(identity),
      gzip: withETag(gzipSync(identity)),
      // Above quality 5 a feed takes longer to compress than to render.
      br: withETag(brotliCompressSync(identity, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })),
    },
  }
}
