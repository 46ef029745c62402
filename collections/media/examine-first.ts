/**
 * Payload begins its transaction before any hook runs, and on SQLite a transaction is the only writer. So uploads
 * are examined before Payload's own endpoints answer; its hook (examine-upload.ts) then finds the answer ready.
 * Around them the original that an upload replaces is kept until it is known how the save ended.
 */
import { APIError, addDataAndFileToRequest, type Endpoint, type PayloadRequest } from 'payload'
import { NO_JOINS } from '../../database/no-joins.ts'
import { examine } from '../../media/examine.ts'
import { keepOriginal } from '../../media/kept-original.ts'
import { mayPublish, mayWrite } from '../../src/access.ts'

const UPLOADS = [
  { method: 'post', path: '/' },
  { method: 'patch', path: '/:id' },
  { method: 'patch', path: '/' },
] as const

export const examineFirst: Endpoint[] = UPLOADS.map((place) => {
  const endpoint: Endpoint = {
    ...place,
    async handler(req) {
      await addDataAndFileToRequest(req)
      // It has been read: nobody else should wait for it.
      Object.defineProperty(req, 'body', { value: null })
      if (req.file && mayWrite({ req })) await examine(req.file.data)
      const { endpoints } = req.payload.collections.media.config
      const same = (endpoints || []).filter(
        ({ method, path }) => method === place.method && path === place.path,
      )
      const next = same[same.indexOf(endpoint) + 1]
      if (!next) throw new Error(`[media] Payload has no ${place.method} ${place.path} any more`)
      if (!req.file || place.method === 'post' || !mayPublish({ req })) return next.handler(req)
      if (place.path === '/') {
        throw new APIError('A file replaces that of one picture: PATCH /api/media/{id}.', 400, null, true)
      }
      const ended = await keep(req)
      try {
        return await next.handler(req)
      } finally {
        await ended?.()
      }
    },
  }
  return endpoint
})

async function keep(req: PayloadRequest): Promise<(() => Promise<void>) | null> {
  const { payload, routeParams } = req
  const filename = async () => {
    const where = { id: { equals: String(routeParams?.id) } }
    const row = await payload.db.findOne<{ id: number | string; filename?: string | null }>({
      collection: 'media',
      where,
      joins: NO_JOINS,
    })
    return row?.filename ?? null
  }
  const before = await filename()
  const directory = payload.collections.media.config.upload.staticDir
  const ended = before && directory ? await keepOriginal(directory, before) : null
  return ended && (async () => ended(await filename()))
}
