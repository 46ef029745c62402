/** `/api/media/:id/thumbnail`: small pictures for the admin's lists, for people who are signed in. */
import type { RequestHandler } from 'express'
import type { Payload } from 'payload'
import type { Renditions } from '../../media/renditions.ts'
import { sendProblem } from './problem.ts'

type Picture = { filename?: string | null; renditions?: unknown }

/** `directory`: where renditions are kept. Mount behind the check for a signed-in user. */
export function thumbnail({ payload, directory }: { payload: Payload; directory: string }): RequestHandler {
  return async (request, response, next) => {
    const id = String(request.params.id)
    const picture: Picture | null = await payload
      .findByID({ collection: 'media', id, depth: 0, trash: true, disableErrors: true })
      .catch(() => null)
    if (!picture?.filename) {
      sendProblem(response, { status: 404, detail: 'There is no such picture.' })
      return
    }
    const { files = [] } = (picture.renditions ?? {}) as Partial<Renditions>
    const file = files.find(({ preset, format }) => preset === 'thumbnail' && format === 'webp')
    response.set('Cache-Control', 'private, no-cache')
    // Renditions are made just after the upload: until then the picture itself.
    const original = () =>
      response.redirect(302, `/api/media/file/${encodeURIComponent(String(picture.filename))}`)
    if (!file) return original()
    response.sendFile(file.name, { root: directory }, (error) => {
      if (!error || response.headersSent) return
      if ((error as { status?: number }).status === 404) original()
      else next(error)
    })
  }
}
