import { wellFormed } from '../rich-text/well-formed.ts'

const plain = /^[!#$%&'()*+,\-./0-9:;=?@A-Z[\]_a-z~]*$/

/**
 * An address as a feed may carry it (RFC 3986): ASCII only, everything else percent-encoded, a host in other
 * letters as Punycode. What is plain already comes back unchanged, without URL normalisation.
 */
export function encodeUrl(url: string): string {
  const text = wellFormed(url).trim()
  if (plain.test(text)) return text
  try {
    return new URL(text).href
  } catch {
    // Not absolute: nothing to resolve it against here, so only its characters are made safe.
    return encodeURI(text).replaceAll('%25', '%')
  }
}
