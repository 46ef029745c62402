import type { ItemParts } from '../content/build-item.ts'
import { breadcrumbs, CONTEXT, faqPage, thing } from '../content/json-ld.ts'
import { textOf, textsOf } from '../content/values.ts'

/** schema.org/DefinedTerm in the site's DefinedTermSet. */
export const glossaryTermJsonLd: NonNullable<ItemParts['jsonLd']> = (item, site) => [
  thing({
    '@context': CONTEXT,
    '@type': 'DefinedTerm',
    '@id': item.url,
    url: item.url,
    name: item.title,
    termCode: textOf(item.fields.abbreviation),
    alternateName: textsOf(item.fields.aliases),
    description: item.summary,
    inLanguage: site.language,
    inDefinedTermSet: thing({
      '@type': 'DefinedTermSet',
      '@id': `${site.siteUrl}/#glossary`,
      name: [site.title, 'Glossary'].filter(Boolean).join(' '),
    }),
  }),
  ...faqPage(item.relations.faqs),
  breadcrumbs(item, site),
]
