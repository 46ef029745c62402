/** Errors over HTTP: problem details by RFC 9457. */
import { STATUS_CODES } from 'node:http'
import type { Request, Response } from 'express'

export type Problem = { status: number; detail: string; [extension: string]: unknown }

/** `type` is about:blank: the status says what kind of problem it is (RFC 9457 §4.2.1). */
export function toProblem({ status, detail, ...extensions }: Problem): { [member: string]: unknown } {
  return { type: 'about:blank', title: STATUS_CODES[status] ?? 'Error', status, detail, ...extensions }
}

/** Sends it, not to be cached; ends the response. */
export function sendProblem(response: Response, problem: Problem): void {
  response
    .status(problem.status)
    .set('Cache-Control', 'no-store')
    .set('Content-Type', problemType(response.req))
    .send(JSON.stringify(toProblem({ ...problem, ...requestIdOf(response) })))
}

/** The same with Payload's `errors`, which the admin's forms read. For what answers below `/api`. */
export function sendApiProblem(response: Response, problem: Problem): void {
  sendProblem(response, { ...problem, errors: [{ message: problem.detail }] })
}

/** Payload's `{ errors }` as a problem of the response's status that still holds `errors`, which the admin reads. */
export function fromPayloadErrors(response: Response, text: string): string {
  const known = { status: response.statusCode, ...requestIdOf(response) }
  try {
    const body = JSON.parse(text) as { message?: string; errors?: { message?: string }[] }
    const errors = body.errors?.map((error) => ({ ...error, message: toDetail(error.message ?? '') }))
    const detail = errors?.map(({ message }) => message).join(' ') || body.message || ''
    return JSON.stringify({ ...body, ...(errors ? { errors } : {}), ...toProblem({ ...known, detail }) })
  } catch {
    return JSON.stringify(toProblem({ ...known, detail: text }))
  }
}

/** A message without the prefix that says to whoever reads the log where it comes from. */
export function toDetail(message: string): string {
  return message.replace(/^\[database\] /, '')
}

/**
 * `application/problem+json` (RFC 9457 §3). The admin's forms read an answer only when its type holds the words
 * "application/json" (@payloadcms/ui, Form), and would show "Bad Request" instead of what is wrong: their pages get a
 * parameter that means nothing to anybody else.
 */
export function problemType(request: Request): string {
  const isOwnPage =
    request.get('sec-fetch-site') === 'same-origin' || isOfHost(request.get('origin'), request)
  return isOwnPage ? 'application/problem+json; as="application/json"' : 'application/problem+json'
}

const isOfHost = (origin: string | undefined, request: Request) =>
  origin !== undefined && URL.canParse(origin) && new URL(origin).host === request.get('host')

/** For faults of ours: what to look for in the log. */
export function requestIdOf(response: Response): { requestId?: string } {
  const requestId = response.get('X-Request-Id')
  return response.statusCode >= 500 && requestId ? { requestId } : {}
}
