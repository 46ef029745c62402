/** `/v1` behind Express: from a request to an answer (src/http/v1) and its headers. */
import { createHash } from 'node:crypto'
import type { RequestHandler } from 'express'
import { sendProblem } from './problem.ts'
import type { Context } from './v1/answer.ts'
import { answerTo } from './v1/routes.ts'

/** Mount at `/v1`. Answers GET and HEAD. */
export function deliveryRoutes(context: Context): RequestHandler {
  return (request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return next()
    const path = pathOf(request.path)
    if (!path) return sendProblem(response, { status: 400, detail: 'The address is not well-formed.' })
    const { searchParams } = new URL(request.originalUrl, context.publicUrl)
    const { status, body, contentType, headers } = answerTo(
      { path, query: searchParams, headers: request.headers },
      context,
    )
    response.status(status).set(headers ?? {})
    response.set('Content-Type', contentType ?? 'application/json; charset=utf-8')
    if (status >= 400) response.set('Cache-Control', 'no-store')
    else
      response
        .set('ETag', `"${createHash('sha256').update(body).digest('base64url')}"`)
        .set('Cache-Control', 'public, max-age=0, must-revalidate')
    response.send(body)
  }
}

/** Null: not well-formed. */
function pathOf(path: string): string[] | null {
  const parts = path.replace(/^\/|\/$/g, '')
  try {
    return parts === '' ? [] : parts.split('/').map((part) => decodeURIComponent(part).normalize('NFC'))
  } catch {
    return null
  }
}
