/** `X-Request-Id`: on every answer, in every line logged meanwhile, and in every problem that is our fault. */
import { randomUUID } from 'node:crypto'
import type { RequestHandler } from 'express'
import { withRequestId } from '../log.ts'

const WELL_FORMED = /^[\w.:=+/-]{8,128}$/

/** Takes the id of a trusted proxy (TRUST_PROXY) over; else makes one. Mount first. */
export const requestIds: RequestHandler = (request, response, next) => {
  const isTrusted = request.app.get('trust proxy fn') as (address: string, hop: number) => boolean
  const given = isTrusted(request.socket.remoteAddress ?? '', 0) ? request.get('x-request-id') : undefined
  const id = given && WELL_FORMED.test(given) ? given : randomUUID()
  response.set('X-Request-Id', id)
  withRequestId(id, next, (leave) => response.once('close', leave))
}
