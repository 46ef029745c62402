/** `/healthz`: the process lives. `/readyz`: the database answers, and how far each consumer of the ledger is. */
import { Router } from 'express'
import type { Payload } from 'payload'
import { readCursor } from '../../pipelines/ledger/cursors.ts'
import { readHead } from '../../pipelines/ledger/read.ts'
import { sendProblem } from './problem.ts'

/** Mount at the root. `lag`: ledger entries that a consumer has yet to read; 503 when the database does not answer. */
export function healthRoutes(options: { payload: Payload; consumers: readonly string[] }): Router {
  const { payload, consumers } = options
  const router = Router()
  router.get('/healthz', (_request, response) => {
    response.set('Cache-Control', 'no-store').json({ status: 'ok' })
  })
  router.get('/readyz', async (_request, response) => {
    response.set('Cache-Control', 'no-store')
    try {
      const head = await readHead(payload)
      const cursors = await Promise.all(consumers.map((slug) => readCursor(payload, slug)))
      const channels = cursors.map(({ consumer, seq, failures }) => ({
        channel: consumer,
        cursor: seq,
        lag: head - seq,
        failures: failures ?? 0,
      }))
      response.json({ status: 'ready', database: payload.db.name, head, channels })
    } catch (err) {
      payload.logger.error({ err, msg: 'readyz.database_unavailable' })
      sendProblem(response, { status: 503, detail: 'The database does not answer.' })
    }
  })
  return router
}
