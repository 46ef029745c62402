/** Gives out a file whose name stands for its bytes. */
import type { NextFunction, Response } from 'express'
import { sendProblem } from './problem.ts'

type SendError = Error & { status?: number; headers?: { [name: string]: string } }

/**
 * Cached for a year as immutable (RFC 8246 §2), with ETag, conditional requests and ranges (RFC 9110 §13, §14).
 * `isPrivate`: only by the reader's own browser.
 */
export function sendKept(
  response: Response,
  file: { name: string; directory: string; isPrivate?: boolean },
  next: NextFunction,
): void {
  const { name, directory, isPrivate = false } = file
  // Not a page, whatever a browser is told to take it for.
  response.set({ ETag: `"${name}"`, 'Content-Security-Policy': "default-src 'none'; sandbox" })
  if (isPrivate) response.set('Cache-Control', 'private, max-age=3600')
  const sent = { root: directory, immutable: true, maxAge: '365d', cacheControl: !isPrivate }
  response.sendFile(name, sent, (error: SendError | undefined) => {
    // The reader has left, or stopped in the middle.
    if (!error || response.headersSent) return
    // Known, but the file is not there: a folder that was not restored with its database, say.
    if (error.status === 404) return sendNoPicture(response)
    if (error.status === 416) response.set('Content-Range', error.headers?.['Content-Range'])
    next(error)
  })
}

export function sendNoPicture(response: Response): void {
  for (const header of ['ETag', 'Last-Modified', 'Content-Disposition']) response.removeHeader(header)
  sendProblem(response, { status: 404, detail: 'There is no published picture with this name.' })
}
