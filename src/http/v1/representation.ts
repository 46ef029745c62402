/** An answer as bytes and headers, ready to be sent any number of times. */
import { createHash } from 'node:crypto'
import type { Answer } from './answer.ts'
import type { Keepable } from './cache.ts'
import { compress, type Encoding, worthwhile } from './encodings.ts'
import { cacheControlOf, type Freshness } from './freshness.ts'
import { surrogateHeaders } from './surrogate-keys.ts'

/**
 * `headers`, and those of a 304 in `unchanged`: name, value, name, value …, which is what Node writes fastest. A short
 * `body` is its bytes as characters (latin1), which Node puts behind the headers and writes at once.
 */
export type Representation = Keepable & {
  status: number
  headers: string[]
  body: Buffer | string
  /** Null: there is nothing to be asked about. */
  etag: string | null
  unchanged: string[]
}

/** What every answer has: names and values. */
export type BaseHeaders = { [name: string]: string }

/** In bytes. */
const SHORT = 16_384

/** A promise only where bytes are compressed, which other threads do. */
export function represent(
  answer: Answer,
  options: { encoding: Encoding; base: BaseHeaders; freshness: Freshness },
): Representation | Promise<Representation> {
  const plain = Buffer.from(answer.body)
  const encoding = worthwhile(options.encoding, plain.length)
  const made = (body: Buffer) => toRepresentation(answer, body, { ...options, encoding })
  return encoding === 'identity' ? made(plain) : compress(plain, encoding).then(made)
}

function toRepresentation(
  { status, tags, contentType = 'application/json', headers, isEmpty = false }: Answer,
  body: Buffer,
  { encoding, base, freshness }: { encoding: Encoding; base: BaseHeaders; freshness: Freshness },
): Representation {
  const etag = status === 200 && tags ? `"${createHash('sha256').update(body).digest('base64url')}"` : null
  const shared = {
    ...base,
    Vary: 'Accept-Encoding',
    'Cache-Control': cacheControlOf({ status, tags }, freshness),
    ...(etag ? { ETag: etag } : {}),
    ...surrogateHeaders(tags ?? []),
    ...headers,
  }
  const whole = {
    ...shared,
    'Content-Type': contentType,
    'Content-Length': `${body.length}`,
    ...(encoding === 'identity' ? {} : { 'Content-Encoding': encoding }),
  }
  const all = Object.entries(whole).flat()
  const characters = all.reduce((sum, word) => sum + word.length, 0)
  return {
    status,
    headers: all,
    unchanged: Object.entries(shared).flat(),
    etag,
    body: body.length < SHORT ? body.toString('latin1') : body,
    // Those of a 304 are most of them once more.
    bytes: body.length + 2 * characters,
    isUseful: status < 400 && !isEmpty,
  }
}
