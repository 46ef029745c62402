/** `X-Request-Id`: on every answer, in every line logged meanwhile, and in every problem that is our fault. */
import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { RequestHandler } from 'express'
import proxyAddr from 'proxy-addr'
import type { Env } from '../env.ts'
import { withRequestId } from '../log.ts'

const WELL_FORMED = /^[\w.:=+/-]{8,128}$/

/** Whether whoever stands at this address, so many hops away, is a proxy of ours. */
export type Trust = (address: string, hop: number) => boolean

/** As Express takes TRUST_PROXY. */
export function trustOf(trustProxy: Env['trustProxy']): Trust {
  if (typeof trustProxy === 'number') return (_, hop) => hop < trustProxy
  return proxyAddr.compile(trustProxy || [])
}

/** The id of a trusted proxy; else a new one. */
export function requestIdOf({ headers, socket }: IncomingMessage, isTrusted: Trust): string {
  const given = headers['x-request-id']
  if (typeof given !== 'string' || !WELL_FORMED.test(given)) return randomUUID()
  return isTrusted(socket.remoteAddress ?? '', 0) ? given : randomUUID()
}

/** Mount first. */
export const requestIds: RequestHandler = (request, response, next) => {
  const id = requestIdOf(request, request.app.get('trust proxy fn') as Trust)
  response.set('X-Request-Id', id)
  withRequestId(id, next, (leave) => whenOver(request, response, leave))
}

/** Once, also for an answer that is over already, or that a client which has left still had to wait for. */
function whenOver({ socket }: IncomingMessage, response: ServerResponse, end: () => void): void {
  if (response.destroyed || socket.destroyed) return void setImmediate(end)
  const over = () => {
    response.off('close', over)
    socket.off('close', over)
    end()
  }
  response.once('close', over)
  // One for each request that a client sends ahead.
  socket.setMaxListeners(0).once('close', over)
}
