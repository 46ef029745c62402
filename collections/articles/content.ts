import type { ContentType } from '../../pipelines/content-type.ts'
import { bodyOf, sentencesOf } from '../content/body.ts'
import { buildItem } from '../content/build-item.ts'
import { textOf } from '../content/values.ts'
import { articleJsonLd } from './json-ld.ts'
import { articlePost } from './post.ts'

/** An article: its text, then its relations. No fields of its own. */
export const articles: ContentType = {
  collection: 'articles',
  richText: ['body'],
  toPost: articlePost,
  toContentItem(document, related) {
    const blocks = bodyOf(document)
    return buildItem({
      collection: 'articles',
      document,
      related,
      title: textOf(document.title),
      summaries: [textOf(document.summary), sentencesOf(blocks)],
      blocks,
      closes: true,
      jsonLd: articleJsonLd,
    })
  },
}
