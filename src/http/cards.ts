/** `/media/cards`: social cards, cut pictures and documents of published items, drawn when they are first asked for. */
import { type Request, Router } from 'express'
import type { Payload } from 'payload'
import { DRAWING_NAME } from '../../media/cards/drawing.ts'
import { createDrawingOffice, OfficeBusyError } from '../../media/cards/office.ts'
import { drawingsOf } from '../../pipelines/channels/linkedin/pictures.ts'
import { readItem, readSite } from '../../pipelines/ledger/read.ts'
import { toHeaders } from './fetch-request.ts'
import { sendProblem } from './problem.ts'
import { sendKept, sendNoPicture } from './send-kept.ts'

const RETRY_SECONDS = 10

type Options = { payload: Payload; directory: string; types: readonly string[] }

/**
 * Mount at `/media/cards`. Public is what a published item shows now; people who are signed in also see what was drawn
 * for a draft before. 404 for every other name, and nothing is drawn for it; 503 while too many drawings wait.
 */
export function cardRoutes({ payload, directory, types }: Options): Router {
  const office = createDrawingOffice(directory)
  const router = Router()
  router.get('/:type/:uid/:name', async (request, response, next) => {
    const { type, uid, name } = request.params
    if (!DRAWING_NAME.test(name) || !types.includes(type)) return sendNoPicture(response)
    const [item, site] = await Promise.all([readItem(payload, `${type}:${uid}`), readSite(payload)])
    const drawing = item && site ? drawingsOf(item, site).get(name) : undefined
    // A browser's own viewer does not open a document that may run nothing.
    if (name.endsWith('.pdf')) response.attachment(`${item?.slug ?? uid}.pdf`)
    if (!drawing) {
      if (!(await isSignedIn(payload, request))) return sendNoPicture(response)
      return sendKept(response, { name, directory, isPrivate: true }, next)
    }
    try {
      await office.provide(name, drawing)
    } catch (error) {
      // The picture that it is cut from is not there.
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return sendNoPicture(response)
      if (!(error instanceof OfficeBusyError)) throw error
      response.removeHeader('Content-Disposition')
      response.set('Retry-After', `${RETRY_SECONDS}`)
      const detail = `Too many pictures are being drawn: ask again in ${RETRY_SECONDS} s.`
      return sendProblem(response, { status: 503, detail })
    }
    sendKept(response, { name, directory }, next)
  })
  return router
}

async function isSignedIn(payload: Payload, request: Request): Promise<boolean> {
  const { user } = await payload.auth({ headers: toHeaders(request), canSetHeaders: false })
  return user !== null
}
