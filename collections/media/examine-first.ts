/**
 * Payload begins its transaction before any hook runs, and on SQLite a transaction is the only writer. So uploads
 * are examined before Payload's own endpoints answer; its hook (examine-upload.ts) then finds the answer ready.
 */
import { addDataAndFileToRequest, type Endpoint } from 'payload'
import { examine } from '../../media/examine.ts'
import { mayWrite } from '../../src/access.ts'

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
      if (req.file && (await mayWrite({ req }))) await examine(req.file.data)
      // It has been read: nobody else should wait for it.
      Object.defineProperty(req, 'body', { value: null })
      const { endpoints } = req.payload.collections.media.config
      const own = (endpoints || []).filter(
        ({ method, path }) => method === place.method && path === place.path,
      )
      const next = own[own.indexOf(endpoint) + 1]
      if (!next) throw new Error(`[media] Payload has no ${place.method} ${place.path} any more`)
      return next.handler(req)
    },
  }
  return endpoint
})
