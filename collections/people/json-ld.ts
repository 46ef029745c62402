import type { ItemParts } from '../content/build-item.ts'
import { CONTEXT, images, thing } from '../content/json-ld.ts'
import { rowsOf, textOf } from '../content/values.ts'

/** schema.org/Person. */
export const personJsonLd: NonNullable<ItemParts['jsonLd']> = (item) => [
  thing({
    '@context': CONTEXT,
    '@type': 'Person',
    '@id': item.url,
    url: item.url,
    name: item.title,
    jobTitle: textOf(item.fields.jobTitle),
    description: textOf(item.fields.headline),
    image: images(item.image),
    sameAs: rowsOf(item.fields.links)
      .map(({ url }) => textOf(url))
      .filter((url) => /^https?:/.test(url)),
  }),
]
