/** How much one request may send. Counted as it arrives, because a length need not be given or true. */
import type { Request, RequestHandler } from 'express'
import { sendProblem } from './problem.ts'

const MB = 1_000_000
/** One picture of 25 MB (payload.config.ts) and its fields. */
const MULTIPART = 27 * MB
const JSON_BODY = 5 * MB
const SIGN_IN = 100_000

/** In bytes. */
export function bodyLimitOf(request: Request): number {
  if (
    /^\/api\/users\/(login|logout|forgot-password|reset-password|unlock)\/?$/i.test(
      request.originalUrl.split('?')[0] ?? '',
    )
  )
    return SIGN_IN
  return request.is('multipart/form-data') ? MULTIPART : JSON_BODY
}

export function bodyTooLarge(limit: number): {
  status: number
  detail: string
  errors: { message: string }[]
} {
  const detail = `What was sent is larger than ${limit < MB ? `${limit / 1000} kB` : `${limit / MB} MB`}.`
  return { status: 413, detail, errors: [{ message: detail }] }
}

/** Refuses at once what says that it is too large: 413, and the connection ends. */
export const refuseLargeBodies: RequestHandler = (request, response, next) => {
  const limit = bodyLimitOf(request)
  if (Number(request.get('content-length') ?? 0) <= limit) return next()
  response.set('Connection', 'close')
  sendProblem(response, bodyTooLarge(limit))
}

/** Passes `limit` bytes on and fails at the next one, after `onTooLarge`. */
export function upTo(limit: number, onTooLarge: () => void): TransformStream<Uint8Array, Uint8Array> {
  let size = 0
  return new TransformStream({
    transform(chunk, controller) {
      size += chunk.byteLength
      if (size <= limit) {
        controller.enqueue(chunk)
        return
      }
      onTooLarge()
      controller.error(new Error('The body is too large.'))
    },
  })
}
