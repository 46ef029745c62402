/** Parts that several types' schema.org objects share. Pure. */
import type { ContentItem, ImageRef, Json, Site } from '../../pipelines/content-item.ts'

type Item = Omit<ContentItem, 'updatedAt'>
type Thing = { [key: string]: Json }

export const CONTEXT = 'https://schema.org'

/** Without the keys that have nothing to say. */
export function thing(values: { [key: string]: Json | undefined }): Thing {
  const isSaid = (value: Json | undefined) =>
    value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)
  return Object.fromEntries(Object.entries(values).filter(([, value]) => isSaid(value))) as Thing
}

/** 16:9, 4:3 and 1:1 (Google's article guidelines), else the picture itself. */
export function images(image: ImageRef | null): string[] {
  if (!image) return []
  const urls = ['16x9', '4x3', '1x1'].flatMap((preset) => {
    const files = image.renditions.filter((file) => file.preset === preset && file.format === 'jpeg')
    return files.sort((a, b) => b.width - a.width)[0]?.url ?? []
  })
  return urls.length > 0 ? urls : [image.url]
}

/** schema.org/Organization, by the site's title if it has no name; null when both are empty. */
export function organisation(site: Site): Thing | null {
  const name = site.organisation.name || site.title
  return name ? thing({ '@type': 'Organization', name, url: site.organisation.url }) : null
}

/** The people of the byline; the organisation where there are none. */
export function authors(item: Item, site: Site): Json {
  const people = item.authors.map(({ name, url, jobTitle }) =>
    thing({ '@type': 'Person', name, url, jobTitle }),
  )
  return people.length > 0 ? people : organisation(site)
}

/** schema.org/Article, for the types that read as one. */
export function article(item: Item, site: Site, more: { [key: string]: Json | undefined } = {}): Thing {
  return thing({
    '@context': CONTEXT,
    '@type': 'Article',
    mainEntityOfPage: item.url,
    headline: item.title,
    description: item.summary,
    image: item.image ? images(item.image) : (item.seo.image?.url ?? []),
    datePublished: item.publishedAt,
    inLanguage: site.language,
    author: authors(item, site),
    publisher: organisation(site),
    keywords: item.topics.map(({ name }) => name),
    ...more,
  })
}

/** schema.org/FAQPage with the answers as they are shown; nothing without questions. */
export function faqPage(faqs: { title: string; text: string }[]): Thing[] {
  if (faqs.length === 0) return []
  const mainEntity = faqs.map(({ title, text }) => ({
    '@type': 'Question',
    name: title,
    acceptedAnswer: { '@type': 'Answer', text },
  }))
  return [{ '@context': CONTEXT, '@type': 'FAQPage', mainEntity }]
}

/** The way from the website's start page to the item. */
export function breadcrumbs(item: Item, site: Site): Thing {
  const steps = [
    { name: site.title || site.siteUrl, item: `${site.siteUrl}/` },
    { name: item.title, item: item.url },
  ]
  const itemListElement = steps.map((step, index) => ({ '@type': 'ListItem', position: index + 1, ...step }))
  return { '@context': CONTEXT, '@type': 'BreadcrumbList', itemListElement }
}
