import type { ContentType } from '../../pipelines/content-type.ts'
import { bodyOf, sentencesOf } from '../content/body.ts'
import { buildItem } from '../content/build-item.ts'
import { textOf } from '../content/values.ts'
import { faqJsonLd } from './json-ld.ts'
import { faqPost } from './post.ts'

/** A question; its words are the answer. `fields`: `{ question }`. */
export const faqs: ContentType = {
  collection: 'faqs',
  richText: ['body'],
  toPost: faqPost,
  toContentItem(document, related) {
    const blocks = bodyOf(document)
    const question = textOf(document.question)
    return buildItem({
      collection: 'faqs',
      document,
      related,
      title: question,
      summaries: [textOf(document.summary), sentencesOf(blocks)],
      blocks,
      fields: { question },
      jsonLd: faqJsonLd,
    })
  },
}
