/** Everything that one port answers. Needs no socket, so tests call it directly. */
import type { RequestListener } from 'node:http'
import express, { type ErrorRequestHandler, type RequestHandler } from 'express'
import type { Payload } from 'payload'
import { types as collectionTypes } from '../../collections/index.ts'
import { feedFormats } from '../../pipelines/channels/registry.ts'
import { type Env, originsOf } from '../env.ts'
import type { Galley } from '../galley.ts'
import { api } from './api.ts'
import { refuseLargeBodies } from './body-limit.ts'
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
import { deliveryOf } from './v1/delivery.ts'
import type { Delivery, DeliveryOptions } from './v1/listener.ts'
import { DELIVERED_TYPES } from './v1/types.ts'

export type AppOptions = {
  payload: Payload
  env: Env
  galley: Pick<Galley, 'consumers' | 'replica'>
  /** What answers `/v1` since before Payload was loaded; made here when absent. */
  delivery?: Delivery
  /** Next's handler for `/admin` and its assets; none with ADMIN_UI=off. */
  admin?: RequestHandler
  /** Of `getPayload`, when it is not the default. */
  cacheKey?: string
}

/** Whatever has pages of its own has a feed. */
const feedTypes = collectionTypes
  .filter(({ urlPattern }) => urlPattern)
  .map(({ config }) => ({ slug: config.slug, label: (config.labels as { plural: string }).plural }))

/** Role `worker` goes without `/v1`, `/feeds`, `/media` and `/api`. What a route throws becomes a problem (RFC 9457). */
export function createApp({ payload, env, galley, delivery, admin, cacheKey }: AppOptions): RequestListener {
  const app = express()
  app.disable('x-powered-by')
  app.set('etag', false)
  app.set('trust proxy', env.trustProxy)
  let handle: RequestListener = app
  app.use(requestIds)
  app.use(securityHeaders({ isHttps: env.publicUrl.startsWith('https:') }))

  app.use(healthRoutes({ payload, consumers: galley.consumers }))
  if (env.role !== 'worker') {
    const { replica } = galley
    if (!replica) throw new Error('[http] nothing can be served without a read model')
    const { store } = replica
    const pages = feedTypes.map(({ slug }) => slug)
    app.use(
      '/v1/preview',
      previewRoutes({
        payload,
        store,
        types: pages,
        directory: env.renditionsDir,
        publicUrl: env.publicUrl,
      }),
    )
    const feeds = feedRoutes({ payload, store, formats: feedFormats, types: feedTypes })
    const own = () => deliveryOf({ env, replica, isReady: replica.hasRead, onError: faultsTo(payload) })
    handle = (delivery ?? own()).before(feeds.recall.before(app))
    app.use('/feeds', readByAnySite, feeds.router)
    app.use(
      '/media',
      readByAnySite,
      mediaRoutes({ payload, store, directory: env.renditionsDir, types: DELIVERED_TYPES }),
    )
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

/** The log's line about an answer that failed. */
export function faultsTo(payload: Payload): DeliveryOptions['onError'] {
  return (err, about) => payload.logger.error({ err, msg: 'http.failed', ...about })
}
