/** What a request's first line asks for, below `/v1`. Pure. */

export type Target = { path: string[]; query: URLSearchParams }

/** Longer ones nobody needs; Node refuses those of 16 KB before anybody sees them. */
const LONGEST = 8_000
const AUTHORITY = /^https?:\/\/[^/?#]*/i
/** No name has any, and SQLite reads text up to the first NUL. */
const CONTROL = /\p{Cc}/u

/** Path and query of a request target, also of one with scheme and host (RFC 9112 §3.2.2). */
export function withoutAuthority(url: string): string {
  return url.startsWith('/') ? url : url.replace(AUTHORITY, '')
}

/** Whether `/v1` or something below it is asked for, as the first line has it. */
export function isDelivery(url: string): boolean {
  return url.startsWith('/v1') && (url.length === 3 || url[3] === '/' || url[3] === '?')
}

/** `url`: without scheme and host. A trailing slash makes no other address. The status says what is wrong with it. */
export function readTarget(url: string): Target | { status: 400 | 414; detail: string } {
  if (url.length > LONGEST)
    return { status: 414, detail: `The address is longer than ${LONGEST} characters.` }
  const end = url.indexOf('?')
  const [path = '', query = ''] = end < 0 ? [url] : [url.slice(0, end), url.slice(end + 1)]
  const parts = decoded(path)
  if (!parts)
    return { status: 400, detail: 'The path is not percent-encoded UTF-8 without control characters.' }
  const [, ...below] = parts.slice(1)
  if (below.at(-1) === '') below.pop()
  return { path: below, query: new URLSearchParams(query) }
}

function decoded(path: string): string[] | null {
  try {
    const parts = path.split('/').map((part) => decodeURIComponent(part).normalize('NFC'))
    return parts.some((part) => CONTROL.test(part)) ? null : parts
  } catch {
    return null
  }
}
