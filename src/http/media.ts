/** `/media`: renditions of pictures that something public shows. Names are content hashes, so they never change. */
import { Router } from 'express'
import type { Payload } from 'payload'
import { isPublicFile } from '../../pipelines/channels/delivery/index.ts'
import { sendProblem } from './problem.ts'

const RENDITION = /^[0-9a-f]{32}-[0-9a-z]+\.(webp|jpg)$/

/** Mount at `/media`. Cached for a year as immutable (RFC 8246 §2); 404 for names that nothing public shows. */
export function mediaRoutes(options: { payload: Payload; directory: string }): Router {
  const { payload, directory } = options
  const router = Router()
  router.get('/:name', async (request, response, next) => {
    const { name } = request.params
    if (!RENDITION.test(name) || !(await isPublicFile(payload, name))) {
      sendProblem(response, { status: 404, detail: 'There is no published picture with this name.' })
      return
    }
    response.sendFile(
      name,
      { root: directory, immutable: true, maxAge: '365d' },
      (error) => error && next(error),
    )
  })
  return router
}
