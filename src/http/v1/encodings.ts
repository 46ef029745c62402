/** In which encoding bytes go out, and the bytes of it. */
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { LRUCache } from 'lru-cache'
import Negotiator from 'negotiator'

export type Encoding = 'br' | 'gzip' | 'identity'

/** Best first, where a reader likes several as much. */
const ENCODINGS: Encoding[] = ['br', 'gzip', 'identity']
/** In bytes; what is smaller is not worth it. */
const SMALLEST = 1_024

const toBrotli = promisify(brotliCompress)
const toGzip = promisify(gzip)

const known = new LRUCache<string, Encoding>({ max: 500 })
/** In characters; browsers send 30. To weigh 16 KB of them would cost more than everything else about an answer. */
const LONGEST = 200

/** For a request's Accept-Encoding (RFC 9110 §12.5.3); `identity` also where nothing at all would do, or it is too long. */
export function encodingFor(accepted: string | undefined): Encoding {
  if (accepted === undefined || accepted.length > LONGEST) return 'identity'
  const before = known.get(accepted)
  if (before) return before
  const encoding = negotiated(accepted)
  known.set(accepted, encoding)
  return encoding
}

function negotiated(accepted: string): Encoding {
  // Of what is liked as much, Negotiator takes what the reader names first, which browsers do by age.
  const rank = (part: string) => {
    const index = ENCODINGS.findIndex((name) => part.trim().toLowerCase().startsWith(name))
    return index < 0 ? ENCODINGS.length : index
  }
  const sorted = accepted.split(',').sort((a, b) => rank(a) - rank(b))
  const liked = new Negotiator({ headers: { 'accept-encoding': sorted.join(',') } }).encodings(ENCODINGS)
  return (liked[0] ?? 'identity') as Encoding
}

/** What `encoding` comes to with this many bytes. */
export function worthwhile(encoding: Encoding, bytes: number): Encoding {
  return bytes < SMALLEST ? 'identity' : encoding
}

/** Off the main thread. */
export function compress(body: Buffer, encoding: 'br' | 'gzip'): Promise<Buffer> {
  if (encoding === 'gzip') return toGzip(body)
  // Above 5 it takes longer than anything else about an answer.
  const params = { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: body.length }
  return toBrotli(body, { params })
}
