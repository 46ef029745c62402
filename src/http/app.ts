/** Everything that one port answers. Needs no socket, so tests call it directly. */
import type { RequestListener } from 'node:http'
import express, { type ErrorRequestHandler, type RequestHandler } from 'express'
import type { Payload } from 'payload'
import { types as collectionTypes, contentTypes } from '../../collections/index.ts'
import { feedFormats } from '../../pipelines/channels/registry.ts'
import { type Env, originsOf } from '../env.ts'
import type { Galley } from '../galley.ts'
import { api } from './api.ts'
import { refuseLargeBodies } from './body-limit.ts'
import { deliveryRoutes } from './delivery.ts'
import { feedRoutes } from './feeds.ts'
import { healthRoutes } from './health.ts'
import { mediaRoutes } from './media.ts'
import { ownOriginOnly } from './own-origin.ts'
import { previewRoutes } from './preview.ts'
import { sendProblem } from './problem.ts'
import { requestIds } from './request-id.ts'
import { readByAnySite, sandboxed, securityHeaders } from './security-headers.ts'
import { signInLimits } from './sign-in-limits.ts'
import { signedInOnly } from './signed-in-only.ts'
import { thumbnail } from './thumbnail.ts'

export type AppOptions = {
  payload: Payload
  env: Env
  galley: Pick<Galley, 'epoch' | 'consumers' | 'replica'>
  /** Next's handler for `/admin` and its assets; none with ADMIN_UI=off. */
  admin?: RequestHandler
  /** Of `getPayload`, when it is not the default. */
  cacheKey?: string
}

/** Items of the ledger that are no pages of their own. */
const NOT_DELIVERED = new Set(['settings', 'media'])

/** Whatever has pages of its own has a feed. */
const feedTypes = collectionTypes
  .filter(({ urlPattern }) => urlPattern)
  .map(({ config }) => ({ slug: config.slug, label: (config.labels as { plural: string }).plural }))

/** Role `worker` goes without `/v1`, `/feeds`, `/media` and `/api`. What a route throws becomes a problem (RFC 9457). */
export function createApp({ payload, env, galley, admin, cacheKey }: AppOptions): RequestListener {
  const app = express()
  app.disable('x-powered-by')
  app.set('etag', false)
  app.set('trust proxy', env.trustProxy)
  let handle: RequestListener = app
  app.use(requestIds)
  app.use(securityHeaders({ isHttps: env.publicUrl.startsWith('https:') }))
  const types = contentTypes.map(({ collection }) => collection).filter((type) => !NOT_DELIVERED.has(type))

  app.use(healthRoutes({ payload, consumers: galley.consumers }))
  if (env.role !== 'worker') {
    const pages = feedTypes.map(({ slug }) => slug)
    if (galley.replica)
      app.use(
        '/v1/preview',
        previewRoutes({
          payload,
          store: galley.replica.store,
          types: pages,
          directory: env.renditionsDir,
          publicUrl: env.publicUrl,
        }),
      )
    app.use('/v1', readByAnySite, deliveryRoutes({ payload, types, epoch: galley.epoch }))
    const feeds = feedRoutes({ payload, formats: feedFormats, types: feedTypes })
    handle = feeds.recall.before(app)
    app.use('/feeds', readByAnySite, feeds.router)
    app.use('/media', readByAnySite, mediaRoutes({ payload, directory: env.renditionsDir, types }))
    const origin = new URL(env.publicUrl).origin
    app.use('/api', refuseLargeBodies, ownOriginOnly({ origins: originsOf(env) }))
    app.use('/api', signInLimits())
    app.use('/api/media/file', sandboxed)
    app.use('/api', signedInOnly({ payload }))
    app.get('/api/media/:id/thumbnail', thumbnail({ payload, directory: env.renditionsDir }))
    app.use('/api', api({ payload, origin, cacheKey }))
  }
  if (admin) {
    app.get('/', (_request, response) => response.redirect(302, '/admin'))
    app.use(['/admin', '/_next'], ownOriginOnly({ origins: originsOf(env) }), admin)
  }
  app.use((request, response) => {
    sendProblem(response, { status: 404, detail: `Nothing is here: ${request.method} ${request.path}` })
  })
  const onError: ErrorRequestHandler = (err, request, response, _next) => {
    const status = typeof err?.status === 'number' && err.status >= 400 && err.status < 500 ? err.status : 500
    if (status === 500)
      payload.logger.error({ err, msg: 'http.failed', method: request.method, path: request.path })
    if (response.headersSent) {
      response.destroy()
      return
    }
    const detail = status === 500 ? 'Galley failed to answer; the log says why.' : String(err.message)
    sendProblem(response, { status, detail })
  }
  app.use(onError)
  return handle
}
