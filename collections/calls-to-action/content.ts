import type { ContentType } from '../../pipelines/content-type.ts'
import type { CallToAction } from '../../pipelines/rich-text/block.ts'
import { buildItem } from '../content/build-item.ts'
import { linksOf } from '../content/links.ts'
import { optional, textOf } from '../content/values.ts'

/** A call to action. `fields.callToAction`: what a body shows of it. */
export const callsToAction: ContentType = {
  collection: 'calls-to-action',
  toContentItem(document, related) {
    const heading = textOf(document.heading)
    const callToAction: CallToAction = {
      id: `calls-to-action:${document.uid}`,
      heading,
      text: optional(document.text),
      links: linksOf(document.links, related.site),
    }
    return buildItem({
      collection: 'calls-to-action',
      document,
      related,
      title: heading,
      summaries: [textOf(document.text)],
      blocks: [{ type: 'callToAction', callToAction }],
      fields: { callToAction: { ...callToAction, text: callToAction.text ?? '' } },
    })
  },
}
