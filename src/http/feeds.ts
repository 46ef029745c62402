/** `/feeds`: rendered once for each change, then served from memory. */
import { createHash } from 'node:crypto'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { Router } from 'express'
import type { Payload } from 'payload'
import { type FeedFormat, feedVersion, readFeed } from '../../pipelines/channels/feed-channel.ts'
import { sendProblem } from './problem.ts'

type Encoding = 'br' | 'gzip' | 'identity'

/** One representation: its bytes and the strong ETag over them. */
type Encoded = { body: Buffer; etag: string }

type Cached = { version: number; lastModified: string; encoded: Record<Encoding, Encoded> }

/** Mount at `/feeds`: one path for each format. 503 until the site has settings. */
export function feedRoutes(options: { payload: Payload; formats: readonly FeedFormat[] }): Router {
  const { payload, formats } = options
  const router = Router()
  for (const format of formats) {
    let cached: Cached | null = null
    router.get(`/${format.fileName}`, async (request, response) => {
      // Read before the rows: what is rendered is at least this new.
      const version = await feedVersion(payload, format)
      if (cached?.version !== version) {
        const feed = await readFeed(payload, format)
        if (!feed) {
          sendProblem(response, { status: 503, detail: 'The site is being set up: try again in a moment.' })
          return
        }
        cached = {
          version,
          lastModified: new Date(feed.changedAt).toUTCString(),
          encoded: encode(feed.body),
        }
      }
      const encoding = (request.acceptsEncodings('br', 'gzip', 'identity') || 'identity') as Encoding
      const { body, etag } = cached.encoded[encoding]
      response
        .set('ETag', etag)
        .set('Last-Modified', cached.lastModified)
        .set('Cache-Control', 'public, max-age=0, must-revalidate')
        .set('Content-Type', `${format.mediaType}; charset=utf-8`)
        .vary('Accept-Encoding')
      if (encoding !== 'identity') response.set('Content-Encoding', encoding)
      response.send(body)
    })
  }
  return router
}

function encode(text: string): Record<Encoding, Encoded> {
  const toEncoded = (body: Buffer): Encoded => ({
    body,
    etag: `"${createHash('sha256').update(body).digest('base64url')}"`,
  })
  const identity = Buffer.from(text)
  return {
    identity: toEncoded(identity),
    gzip: toEncoded(gzipSync(identity)),
    // Above quality 5 a feed takes longer to compress than to render.
    br: toEncoded(brotliCompressSync(identity, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })),
  }
}
