import type { ItemParts } from '../content/build-item.ts'
import { article, breadcrumbs, faqPage } from '../content/json-ld.ts'

/** schema.org/Article, with an FAQPage for the questions that it shows. */
export const articleJsonLd: NonNullable<ItemParts['jsonLd']> = (item, site) => [
  article(item, site),
  ...faqPage(item.relations.faqs),
  breadcrumbs(item, site),
]
