/** Errors over HTTP: problem details by RFC 9457. */
import { STATUS_CODES } from 'node:http'
import type { Response } from 'express'

export type Problem = { status: number; detail: string; [extension: string]: unknown }

/** `type` is about:blank: the status says what kind of problem it is (RFC 9457 §4.2.1). */
export function toProblem({ status, detail, ...extensions }: Problem): { [member: string]: unknown } {
  return { type: 'about:blank', title: STATUS_CODES[status] ?? 'Error', status, detail, ...extensions }
}

/** Sends it as `application/problem+json` (RFC 9457 §3), not to be cached; ends the response. */
export function sendProblem(response: Response, problem: Problem): void {
  response
    .status(problem.status)
    .set('Cache-Control', 'no-store')
    .type('application/problem+json')
    .send(JSON.stringify(toProblem({ ...problem, ...requestIdOf(response) })))
}

/** For faults of ours: what to look for in the log. */
export function requestIdOf(response: Response): { requestId?: string } {
  const requestId = response.get('X-Request-Id')
  return response.statusCode >= 500 && requestId ? { requestId } : {}
}
