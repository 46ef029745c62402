/** What is rendered once for each change and then served from memory, within bounds; compressed when first asked for. */
import { createHash } from 'node:crypto'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Request, Response } from 'express'
import { LRUCache } from 'lru-cache'
import type { Recall } from './recall.ts'

const ENCODINGS = ['br', 'gzip', 'identity'] as const
type Encoding = (typeof ENCODINGS)[number]

export type Page = {
  /** Of the answer, with its charset. */
  contentType: string
  body: string
  /** ISO 8601 */
  changedAt: string
  /** A policy of the page's own. */
  contentSecurityPolicy?: string
}

type Kept = {
  version: number
  page: Omit<Page, 'body'>
  /** Each representation's bytes with the strong ETag over them. */
  encoded: Map<Encoding, { body: Buffer; etag: string }>
  bytes: number
}

export type FeedCache = {
  /** The present one. */
  version(): number | Promise<number>
  /** The page at this key, made by `make` unless it was since the last change. Null when `make` says so. */
  read(key: string, make: () => Promise<Page | null>): Promise<Kept | null>
}

/** `version` moves whenever anything that pages are made of may have changed. `maxBytes`: of all that is kept. */
export function createFeedCache({
  version: readVersion,
  maxBytes = 24_000_000,
}: {
  version(): number | Promise<number>
  maxBytes?: number
}): FeedCache {
  // Compressed copies are smaller than the text that they come beside.
  const kept = new LRUCache<string, Kept>({
    max: 5_000,
    maxSize: maxBytes,
    sizeCalculation: ({ bytes }) => 2 * bytes + 1_000,
  })
  const making = new Map<string, Promise<Kept | null>>()
  const presentVersion = shared(readVersion)

  async function renew(key: string, version: number, make: () => Promise<Page | null>): Promise<Kept | null> {
    const made = await make()
    if (!made) return null
    const { body: text, ...page } = made
    const body = Buffer.from(text)
    const fresh: Kept = {
      version,
      page,
      encoded: new Map([['identity', withETag(body)]]),
      bytes: body.length,
    }
    kept.set(key, fresh)
    return fresh
  }

  return {
    version: presentVersion,
    async read(key, make) {
      // Read before what is rendered, which is at least this new.
      const version = await presentVersion()
      const known = kept.get(key)
      if (known?.version === version) return known
      const job = `${version} ${key}`
      const running = making.get(job) ?? renew(key, version, make).finally(() => making.delete(job))
      making.set(job, running)
      return running
    },
  }
}

/** One reading for all who ask while another is under way: each gets one that began after it asked. */
function shared<T>(read: () => T | Promise<T>): () => T | Promise<T> {
  let running: Promise<T> | null = null
  let next: Promise<T> | null = null
  const begin = () => {
    const answer = read()
    if (!(answer instanceof Promise)) return answer
    const own = answer.finally(() => {
      if (running === own) running = null
    })
    running = own
    return own
  }
  const afterwards = () => {
    next = null
    return begin()
  }
  return () => {
    if (!running) return begin()
    next ??= running.then(afterwards, afterwards)
    return next
  }
}

/** Express answers HEAD, and 304 where the ETag (or else the date) still fits. Ranges are not served: RFC 9110 §14.3. */
export function sendKept(request: Request, response: Response, kept: Kept, recall: Recall): void {
  const encoding = (request.acceptsEncodings(...ENCODINGS) || 'identity') as Encoding
  const { body, etag } = encode(kept, encoding)
  const { contentType, changedAt, contentSecurityPolicy } = kept.page
  response
    .set('ETag', etag)
    .set('Last-Modified', new Date(changedAt).toUTCString())
    .set('Cache-Control', 'public, max-age=0, must-revalidate')
    .set('Content-Type', contentType)
    .set('Accept-Ranges', 'none')
    .vary('Accept-Encoding')
  if (contentSecurityPolicy) response.set('Content-Security-Policy', contentSecurityPolicy)
  if (encoding !== 'identity') response.set('Content-Encoding', encoding)
  recall.remember(request, response, { version: kept.version, body })
  response.send(body)
}

function encode({ encoded }: Kept, encoding: Encoding): { body: Buffer; etag: string } {
  const known = encoded.get(encoding)
  if (known) return known
  const plain = encoded.get('identity')?.body ?? Buffer.alloc(0)
  const made = withETag(
    encoding === 'gzip'
      ? gzipSync(plain)
      : // Above quality 5 a feed takes longer to compress than to render.
        brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  )
  encoded.set(encoding, made)
  return made
}

const withETag = (body: Buffer) => ({
  body,
  etag: `"${createHash('sha256').update(body).digest('base64url')}"`,
})
