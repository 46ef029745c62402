import type { ContentType } from '../../pipelines/content-type.ts'
import { paragraphs } from '../content/blocks.ts'
import { sentencesOf } from '../content/body.ts'
import { buildItem } from '../content/build-item.ts'
import { itemsOf } from '../content/cards.ts'
import { textOf } from '../content/values.ts'

/** A topic: `title` is the name. `fields`: `hashtag`, `parent` (`{ name, slug }` or null). */
export const topics: ContentType = {
  collection: 'topics',
  toContentItem(document, related) {
    const blocks = paragraphs(textOf(document.description))
    const [parent] = itemsOf(related, 'topics', document.parent)
    return buildItem({
      collection: 'topics',
      document,
      related,
      title: textOf(document.name),
      summaries: [sentencesOf(blocks)],
      blocks,
      fields: {
        hashtag: textOf(document.hashtag) || null,
        parent: parent ? { name: parent.title, slug: parent.slug } : null,
      },
    })
  },
}
