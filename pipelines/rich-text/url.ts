const allowed = new Set(['http:', 'https:', 'mailto:', 'tel:'])

/** What WHATWG leaves raw in a path or query though RFC 3986 §2 does not allow it there. */
const illegal = /[\s|\\^`{}<>"]/gu

/** Controls and invisible characters, which browsers skip inside a scheme. */
const ignored =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what this looks for
  /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060\ufeff]/g

/**
 * The address as a feed may carry it: absolute, percent-encoded, of a scheme that runs nothing.
 *
 * @param raw as an editor wrote it: relative to `base`, `#fragment` of `page`, `//host` (becomes https).
 * @param base the website's address.
 * @returns null for `javascript:`, `data:`, `file:` and every other scheme, and for what is no address.
 */
export function safeUrl(raw: string, base: string, page: string = base): string | null {
  const address = raw.replace(ignored, '').trim()
  if (!address) return null
  const rooted = /^[\\/]{2}/.test(address) ? `https://${address.replace(/^[\\/]+/, '')}` : address
  const url = parse(rooted, address.startsWith('#') ? page : base)
  if (!url || !allowed.has(url.protocol)) return null
  return url.href.replace(illegal, encodeURIComponent).replace(/%(?![\da-f]{2})/gi, '%25')
}

function parse(address: string, base: string): URL | null {
  return URL.canParse(address, base) ? new URL(address, base) : null
}
