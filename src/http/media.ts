/** `/media`: renditions of pictures that something public shows. Names are content hashes, so they never change. */
import { Router } from 'express'
import type { Payload } from 'payload'
import { RENDITION_NAME } from '../../media/rendition-name.ts'
import { isPublicFile } from '../../pipelines/channels/delivery/index.ts'
import type { Store } from '../../pipelines/channels/delivery/store.ts'
import { CARDS_PATH } from '../../pipelines/channels/linkedin/pictures.ts'
import { cardRoutes } from './cards.ts'
import { sendProblem } from './problem.ts'
import { sendKept, sendNoPicture } from './send-kept.ts'

/**
 * Mount at `/media`. 404 for names that nothing public shows; 405 for what is no reading. `types`: of items that have
 * cards.
 */
export function mediaRoutes(options: {
  payload: Payload
  store: Store
  directory: string
  types: readonly string[]
}): Router {
  const { store, directory } = options
  const router = Router()
  router.use(`/${CARDS_PATH}`, cardRoutes(options))
  router.get('/:name', (request, response, next) => {
    const { name } = request.params
    if (!RENDITION_NAME.test(name) || !isPublicFile(store, name)) return sendNoPicture(response)
    sendKept(response, { name, directory }, next)
  })
  router.use((request, response) => {
    if (request.method === 'GET' || request.method === 'HEAD') return sendNoPicture(response)
    response.set('Allow', 'GET, HEAD')
    if (request.method === 'OPTIONS') return void response.status(204).end()
    sendProblem(response, { status: 405, detail: 'Pictures can only be read here: use GET or HEAD.' })
  })
  return router
}
