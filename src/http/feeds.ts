/** `/feeds`: rendered once for each change, then served from memory. */
import { createHash } from 'node:crypto'
import { Router } from 'express'
import type { Payload } from 'payload'
import { type FeedFormat, feedVersion, readFeed } from '../../pipelines/channels/feed-channel.ts'
import { sendProblem } from './problem.ts'

type Cached = { version: number; body: string; etag: string; lastModified: string }

export function feedRoutes(options: { payload: Payload; formats: readonly FeedFormat[] }): Router {
  const { payload, formats } = options
  const router = Router()
  for (const format of formats) {
    let cached: Cached | null = null
    router.get(`/${format.fileName}`, async (_request, response) => {
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
          body: feed.body,
          etag: `"${createHash('sha256').update(feed.body).digest('base64url')}"`,
          lastModified: new Date(feed.changedAt).toUTCString(),
        }
      }
      response
        .set('ETag', cached.etag)
        .set('Last-Modified', cached.lastModified)
        .set('Cache-Control', 'public, max-age=0, must-revalidate')
        .type(`${format.mediaType}; charset=utf-8`)
        .send(cached.body)
    })
  }
  return router
}
