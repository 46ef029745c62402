/**
 * API keys: made here, shown once, kept as a keyed hash alone. Payload would take a key that somebody chose, and
 * keep it so that it can be read again.
 */
import { createHmac, randomBytes } from 'node:crypto'
import { type Endpoint, Forbidden, type PayloadRequest } from 'payload'
import { roleOf } from '../../src/access.ts'
import { type UserRow, userOfRoute } from './user-row.ts'

/** `POST /api/users/:id/api-key`: 201 with the key. One that the user had before ends. */
const make: Endpoint = {
  path: '/:id/api-key',
  method: 'post',
  handler: async (req) => {
    const user = await asAdmin(req)
    // A prefix that scanners for leaked secrets can be taught; 256 random bits.
    const key = `galley_${randomBytes(32).toString('base64url')}`
    await keep(req, user, createHmac('sha256', req.payload.secret).update(key).digest('hex'))
    req.payload.logger.info({ msg: 'users.api_key_made', user: user.id, by: req.user?.id })
    const message = 'Copy the key now: it is not shown again.'
    return Response.json({ key, message }, { status: 201, headers: { 'Cache-Control': 'no-store' } })
  },
}

/** `DELETE /api/users/:id/api-key`: the key ends at once; 204, also when there was none. */
const revoke: Endpoint = {
  path: '/:id/api-key',
  method: 'delete',
  handler: async (req) => {
    const user = await asAdmin(req)
    await keep(req, user, null)
    req.payload.logger.info({ msg: 'users.api_key_revoked', user: user.id, by: req.user?.id })
    return new Response(null, { status: 204 })
  },
}

export const apiKeyEndpoints: Endpoint[] = [make, revoke]

async function asAdmin(req: PayloadRequest): Promise<UserRow> {
  if (roleOf(req) !== 'admin') throw new Forbidden(req.t)
  return userOfRoute(req)
}

/** `apiKeyIndex` is what Payload looks a key up by. */
async function keep(req: PayloadRequest, user: UserRow, apiKeyIndex: string | null): Promise<void> {
  await req.payload.db.updateOne({
    collection: 'users',
    id: user.id,
    data: { apiKey: null, apiKeyIndex, enableAPIKey: apiKeyIndex !== null },
    req,
  })
}
