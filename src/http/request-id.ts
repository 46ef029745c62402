/** `X-Request-Id`: on every answer, in every line logged meanwhile, and in every problem that is our fault. */
import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import express, { type RequestHandler } from 'express'
import type { Env } from '../env.ts'
import { withRequestId } from '../log.ts'

const WELL_FORMED = /^[\w.:=+/-]{8,128}$/

/** Whether whoever stands at this address, so many hops away, is a proxy of ours. */
export type Trust = (address: string, hop: number) => boolean

/** As Express takes TRUST_PROXY. */
export function trustOf(trustProxy: Env['trustProxy']): Trust {
  return express().set('trust proxy', trustProxy).get('trust proxy fn') as Trust
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
  withRequestId(id, next, (leave) => response.once('close', leave))
}
