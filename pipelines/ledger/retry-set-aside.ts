/** `POST /api/ledger-set-aside/:id/retry`: tries an entry again that was set aside. */
import { type Endpoint, Forbidden, type Payload } from 'payload'
import { mayRetry } from '../../src/access.ts'

/** What came of it; null: nothing is set aside under this id. */
export type Retried = { status: 'applied' } | { status: 'failed'; error: string } | null

type Retry = (id: number | string) => Promise<Retried>

const retries = new WeakMap<Payload, Retry>()

/** Registers who can apply entries in this process: the ledger knows none of its readers. */
export function onRetry(payload: Payload, retry: Retry): void {
  retries.set(payload, retry)
}

/** 200 `{ status: 'applied' }`; 409 with the reason; 404 when nothing is set aside there (any more). */
export const retrySetAside: Endpoint = {
  path: '/:id/retry',
  method: 'post',
  async handler(req) {
    if (!mayRetry({ req })) throw new Forbidden(req.t)
    const { payload, routeParams } = req
    const id = payload.db.defaultIDType === 'number' ? Number(routeParams?.id) : String(routeParams?.id)
    const retry = retries.get(payload)
    const retried = Number.isNaN(id) || !retry ? null : await retry(id)
    if (retried?.status === 'applied') return Response.json(retried)
    const message = retried
      ? `It could not be applied: ${retried.error}`
      : 'Nothing is set aside here: it was applied meanwhile, or a newer version was.'
    return Response.json({ errors: [{ message }] }, { status: retried ? 409 : 404 })
  },
}
