/** Payload's admin: Next, and nothing else, below `/admin`. Loaded only when it is wanted. */
import { randomBytes } from 'node:crypto'
import type { RequestHandler } from 'express'
import { adminPolicy } from './security-headers.ts'

/** `dir`: the project's root, where `.next` is. */
export async function adminHandler(options: { dir: string; dev: boolean; siteUrl: string }): Promise<{
  handler: RequestHandler
  close(): Promise<void>
}> {
  const { default: next } = await import('next')
  const create = next as unknown as typeof next.default
  const { dir, dev, siteUrl } = options
  const app = create({ dir, dev, customServer: true })
  await app.prepare()
  const handle = app.getRequestHandler()
  return {
    handler: (request, response) => {
      const policy = adminPolicy({ nonce: randomBytes(16).toString('base64'), dev, siteUrl })
      // Next takes the nonce for its scripts from the request.
      request.headers['content-security-policy'] = policy
      response.set('Content-Security-Policy', policy)
      // Express strips the mount path; Next routes by the whole one.
      request.url = request.originalUrl
      return handle(request, response)
    },
    close: () => app.close(),
  }
}
