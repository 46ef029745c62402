/** Whether a reader has it already: If-None-Match (RFC 9110 §13.1.2). Pure. */

const TAG = /(?:W\/)?"([^"]*)"/g

/** `given`: the header; `etag`: a strong one, quoted. Compared weakly. */
export function isUnchanged(given: string, etag: string): boolean {
  if (given === etag || given.trim() === '*') return true
  const opaque = etag.slice(1, -1)
  for (const [, one] of given.matchAll(TAG)) if (one === opaque) return true
  return false
}
