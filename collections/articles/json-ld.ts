import { article, breadcrumbs, faqPage } from '../content/json-ld.ts'
import type { ItemParts } from '../content/build-item.ts'

/** schema.org/Article, with an FAQPage for the questions that it shows. */
export const articleJsonLd: NonNullable<ItemParts['jsonLd']> = (item, site) => [
  article(item, site),
  ...faqPage(item.relations.faqs),
  breadcrumbs(item, site),
]
