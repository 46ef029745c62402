import { encodeUrl } from '../../text/encode-url.ts'

/**
 * The item's address with `utm_source=linkedin`, merged into its query: other parameters keep their bytes
 * and their order, an older `utm_source` is replaced, the fragment stays last.
 */
export function toTrackedLink(url: string): string {
  const [, address = '', query = '', fragment = ''] =
    /^([^?#]*)(?:\?([^#]*))?(#.*)?$/s.exec(encodeUrl(url)) ?? []
  const others = query.split('&').filter((pair) => pair !== '' && !/^utm_source(?:=|$)/i.test(pair))
  return `${address}?${[...others, 'utm_source=linkedin'].join('&')}${fragment}`
}
