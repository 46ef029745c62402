/** `/media`: renditions of pictures that something public shows. Names are content hashes, so they never change. */
import { type Response, Router } from 'express'
import type { Payload } from 'payload'
import { RENDITION_NAME } from '../../media/rendition-name.ts'
import { isPublicFile } from '../../pipelines/channels/delivery/index.ts'
import { sendProblem } from './problem.ts'

type SendError = Error & { status?: number; headers?: { [name: string]: string } }

/**
 * Mount at `/media`. Cached for a year as immutable (RFC 8246 §2), with ETag, conditional requests and ranges
 * (RFC 9110 §13, §14); 404 for names that nothing public shows; 405 for what is no reading.
 */
export function mediaRoutes(options: { payload: Payload; directory: string }): Router {
  const { payload, directory } = options
  const router = Router()
  router.get('/:name', async (request, response, next) => {
    const { name } = request.params
    if (!RENDITION_NAME.test(name) || !(await isPublicFile(payload, name))) return sendNotFound(response)
    // The name stands for the bytes. Not a page, whatever a browser is told to take it for.
    response.set({ ETag: `"${name}"`, 'Content-Security-Policy': "default-src 'none'; sandbox" })
    const sent = { root: directory, immutable: true, maxAge: '365d' }
    response.sendFile(name, sent, (error: SendError | undefined) => {
      // The reader has left, or stopped in the middle.
      if (!error || response.headersSent) return
      // Public, but the file is not there: a folder that was not restored with its database, say.
      if (error.status === 404) return sendNotFound(response)
      if (error.status === 416) response.set('Content-Range', error.headers?.['Content-Range'])
      next(error)
    })
  })
  router.use((request, response) => {
    if (request.method === 'GET' || request.method === 'HEAD') return sendNotFound(response)
    response.set('Allow', 'GET, HEAD')
    if (request.method === 'OPTIONS') return void response.status(204).end()
    sendProblem(response, { status: 405, detail: 'Pictures can only be read here: use GET or HEAD.' })
  })
  return router
}

function sendNotFound(response: Response): void {
  for (const header of ['ETag', 'Last-Modified']) response.removeHeader(header)
  sendProblem(response, { status: 404, detail: 'There is no published picture with this name.' })
}
