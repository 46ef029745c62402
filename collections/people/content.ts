import type { ContentType } from '../../pipelines/content-type.ts'
import { paragraphs } from '../content/blocks.ts'
import { sentencesOf } from '../content/body.ts'
import { buildItem } from '../content/build-item.ts'
import { imageOf } from '../content/cards.ts'
import { linksOf } from '../content/links.ts'
import { textOf } from '../content/values.ts'
import { personJsonLd } from './json-ld.ts'

/** A person: `title` is the name, the words are the bio. `fields`: `jobTitle`, `headline`, `linkedinUrn`, `links`. */
export const people: ContentType = {
  collection: 'people',
  toContentItem(document, related) {
    const blocks = paragraphs(textOf(document.bio))
    const headline = textOf(document.headline)
    return buildItem({
      collection: 'people',
      document,
      related,
      title: textOf(document.name),
      summaries: [headline, sentencesOf(blocks), textOf(document.jobTitle)],
      blocks,
      image: imageOf(related, document.photo),
      fields: {
        jobTitle: textOf(document.jobTitle) || null,
        headline: headline || null,
        linkedinUrn: textOf(document.linkedinUrn) || null,
        links: linksOf(document.links, related.site),
      },
      jsonLd: personJsonLd,
    })
  },
}
