import type { ItemParts } from '../content/build-item.ts'
import { breadcrumbs, faqPage } from '../content/json-ld.ts'

/** schema.org/FAQPage of one question. */
export const faqJsonLd: NonNullable<ItemParts['jsonLd']> = (item, site) => [
  ...faqPage([item]),
  breadcrumbs(item, site),
]
