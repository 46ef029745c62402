/** All feeds as OPML 2.0 (http://opml.org/spec2.opml), which feed readers import. */
import type { Site } from '../../content-item.ts'
import { encodeUrl } from '../../text/encode-url.ts'
import { toLine } from '../../text/to-line.ts'
import { element, textElement } from '../../text/xml.ts'
import type { FeedFormat } from '../feed-format.ts'
import { addressOf } from './document.ts'
import { aboutOf, type FeedScope } from './scope.ts'

/** Pure. `format`: the one that all are given in; `type="rss"` stands for any (§ "Subscription lists"). `changedAt`: ISO 8601. */
export function renderOpml(options: {
  site: Site
  scopes: readonly FeedScope[]
  format: Pick<FeedFormat, 'fileName'>
  changedAt: string
}): string {
  const { site, scopes, format, changedAt } = options
  const owner = toLine(site.organisation.name)
  const head = element('head', {}, [
    textElement('title', toLine(site.title) || encodeUrl(site.siteUrl)),
    textElement('dateModified', new Date(changedAt).toUTCString()),
    ...(owner ? [textElement('ownerName', owner)] : []),
    textElement('docs', 'http://opml.org/spec2.opml'),
  ])
  const outlines = scopes.map((scope) => {
    const { title, description, home } = aboutOf(scope, site)
    const name = toLine(title) || encodeUrl(home)
    return element('outline', {
      type: 'rss',
      text: name,
      title: name,
      description: toLine(description) || undefined,
      xmlUrl: encodeUrl(addressOf(scope, site, format)),
      htmlUrl: encodeUrl(home),
      language: toLine(site.language) || undefined,
    })
  })
  const body = element('body', {}, outlines)
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('opml', { version: '2.0' }, [head, body])}\n`
}
