import type { ItemParts } from '../content/build-item.ts'
import { article, breadcrumbs, thing } from '../content/json-ld.ts'
import { textOf } from '../content/values.ts'

/** schema.org/Article about the client. */
export const caseStudyJsonLd: NonNullable<ItemParts['jsonLd']> = (item, site) => {
  const { client, clientUrl } = item.fields
  const about = textOf(client) ? thing({ '@type': 'Organization', name: client, url: clientUrl }) : undefined
  return [article(item, site, { about }), breadcrumbs(item, site)]
}
