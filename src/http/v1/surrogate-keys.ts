/** The tags of answers as CDNs take them: `Surrogate-Key` (Fastly and others) and `Cache-Tag` (Cloudflare). Pure. */

/** In characters, of each header. CDNs take 16 KB, but proxies in between no more than 4 or 8 KB of all headers. */
const LONGEST = 1_500
/** Fastly's, for one key. */
const LONGEST_KEY = 1_024
/** For what would need too many: stale with any change. */
const ALL = 'all'

/** A tag as a key: `articles topic:mes` → `articles/topic:mes`. Neither space nor comma is left in it. */
export function toKey(tag: string): string {
  const encoded = encodeURIComponent(Buffer.from(tag.replace(' ', '/')).toString())
  return encoded.replace(/%2F/g, '/').replace(/%3A/g, ':')
}

/** Names and values; none without tags. */
export function surrogateHeaders(tags: readonly string[]): { [name: string]: string } {
  if (tags.length === 0) return {}
  const keys = [...new Set(tags.map(toKey))]
  const length = keys.reduce((sum, key) => sum + key.length + 1, 0)
  const fit = length <= LONGEST && keys.every((key) => key.length <= LONGEST_KEY) ? keys : [ALL]
  return { 'Surrogate-Key': fit.join(' '), 'Cache-Tag': fit.join(',') }
}
