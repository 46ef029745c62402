/** Passes that let whoever holds one read the newest draft of one document, for an hour at most. */
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'

/** `itemId`: `type:uid`, which outlives every change of the slug; `slug`: the document's when the pass was made. */
export type Pass = { itemId: string; slug: string }

export const PASS_MS = 3_600_000

/** Passes made within this time are the same, where they are to be. */
const STEP_MS = 600_000

/** Far above what the longest slug makes. */
const LONGEST = 2_000

/**
 * Makes the pass. `now` in ms. `isSteady`: the same text for up to ten minutes, at the cost of as much of its hour: for
 * addresses that would else load anew each time somebody looks.
 */
export function makeToken(
  secret: string,
  { itemId, slug }: Pass,
  { now, isSteady = false }: { now: number; isSteady?: boolean },
): string {
  const begin = isSteady ? Math.floor(now / STEP_MS) * STEP_MS : now
  const body = Buffer.from(JSON.stringify([itemId, slug, begin + PASS_MS])).toString('base64url')
  return `${body}.${sign(secret, body).toString('base64url')}`
}

/** Null for everything that is not a pass of this Galley, or is one no longer. The signature is compared in constant time. */
export function readToken(secret: string, token: string, now: number): Pass | null {
  const [body = '', signature = ''] = token.length > LONGEST ? [] : token.split('.')
  const right = sign(secret, body)
  const given = Buffer.from(signature, 'base64url')
  const isEqual = timingSafeEqual(right, given.length === right.length ? given : Buffer.alloc(right.length))
  // Base64 has several spellings of the same bytes.
  if (!isEqual || token !== `${body}.${right.toString('base64url')}`) return null
  const [itemId, slug, until] = JSON.parse(Buffer.from(body, 'base64url').toString()) as [
    string,
    string,
    number,
  ]
  return until > now ? { itemId, slug } : null
}

const keys = new Map<string, Buffer>()

/** With a key that signs nothing else (RFC 5869). */
function sign(secret: string, body: string): Buffer {
  const key = keys.get(secret) ?? Buffer.from(hkdfSync('sha256', secret, '', 'galley preview pass', 32))
  keys.set(secret, key)
  return createHmac('sha256', key).update(body).digest()
}
