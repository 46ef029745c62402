/** `/healthz`: the process lives. `/readyz`: the database answers, and how far each consumer of the ledger is, and what this process keeps. */
import { Router } from 'express'
import type { Payload } from 'payload'
import { type Standing, standingsHere } from '../../pipelines/channels/standing.ts'
import { readCursors } from '../../pipelines/ledger/cursors.ts'
import { readHead } from '../../pipelines/ledger/read.ts'
import { countSetAside } from '../../pipelines/ledger/set-aside.ts'
import { sendProblem, toDetail } from './problem.ts'

/** What anybody may know of an error; the admin and the log have the whole. */
const inBrief = (error: string) => toDetail(error.split('\n', 1)[0] ?? '').slice(0, 200)

/**
 * Mount at the root. `lag`: ledger entries that a consumer has yet to read; `failures`, `error`: of the entry that it
 * tries again; `setAside`: entries that it could not apply; `remaining`: items to compute again for the entry at hand. 503 when the database does not answer.
 */
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
      const cursors = await readCursors(payload, consumers)
      const setAside = await countSetAside(payload, consumers)
      const toChannel = ({ channel, seq, failures, error }: Standing) => ({
        channel,
        cursor: seq,
        lag: Math.max(0, head - seq),
        failures,
        error: error && inBrief(error),
      })
      const shared = cursors.map(({ consumer, remaining, ...cursor }, index) => ({
        ...toChannel({ channel: consumer, ...cursor }),
        setAside: setAside[index],
        ...(remaining > 0 ? { remaining } : {}),
      }))
      const own = standingsHere(payload).map((standing) => ({ ...toChannel(standing), setAside: 0 }))
      const channels = [...own, ...shared]
      response.json({ status: 'ready', database: payload.db.name, head, channels })
    } catch (err) {
      payload.logger.error({ err, msg: 'readyz.database_unavailable' })
      sendProblem(response, { status: 503, detail: 'The database does not answer.' })
    }
  })
  return router
}
