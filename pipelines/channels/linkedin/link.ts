import type { LinkedInSettings } from '../../content-item.ts'
import { wellFormed } from '../../rich-text/well-formed.ts'
import { encodeUrl } from '../../text/encode-url.ts'

/**
 * The item's address with `utm_…` parameters merged into its query: other parameters keep their bytes and their
 * order, older ones of the same names are replaced, empty ones are left out, the fragment stays last.
 * `{type}` and `{slug}` in a value stand for the item's.
 */
export function toTrackedLink(
  { url, type, slug }: { url: string; type: string; slug: string },
  utm: LinkedInSettings['utm'],
): string {
  const [, address = '', query = '', fragment = ''] =
    /^([^?#]*)(?:\?([^#]*))?(#.*)?$/s.exec(encodeUrl(url)) ?? []
  const added = Object.entries(utm).flatMap(([name, value]) => {
    const filled = (value ?? '').trim().replaceAll('{type}', type).replaceAll('{slug}', slug)
    return filled === '' ? [] : [[`utm_${name}`, encodeURIComponent(wellFormed(filled))] as const]
  })
  const isReplaced = (pair: string) => added.some(([name]) => pair.split('=')[0]?.toLowerCase() === name)
  const others = query.split('&').filter((pair) => pair !== '' && !isReplaced(pair))
  const pairs = [...others, ...added.map(([name, value]) => `${name}=${value}`)]
  return `${address}${pairs.length > 0 ? `?${pairs.join('&')}` : ''}${fragment}`
}
