import type { ContentType } from '../../pipelines/content-type.ts'
import type { Block } from '../../pipelines/rich-text/block.ts'
import { facts, paragraphs } from '../content/blocks.ts'
import { bodyOf, sentencesOf } from '../content/body.ts'
import { buildItem } from '../content/build-item.ts'
import { groupOf, optional, rowsOf, textOf } from '../content/values.ts'
import { caseStudyJsonLd } from './json-ld.ts'
import { caseStudyPost } from './post.ts'

/**
 * A case study: results in numbers, the story, the client's words. `fields`: `client`, `clientUrl`, `metrics`
 * (`{ label, value }`), `testimonial` (`{ quote, name, role }` or null).
 */
export const caseStudies: ContentType = {
  collection: 'case-studies',
  richText: ['body'],
  toPost: caseStudyPost,
  toContentItem(document, related) {
    const story = bodyOf(document)
    const metrics = rowsOf(document.metrics)
      .map(({ label, value }) => ({ label: textOf(label), value: textOf(value) }))
      .filter(({ label, value }) => label !== '' && value !== '')
    const { quote, name, role } = groupOf(document.testimonial)
    const testimonial = textOf(quote)
      ? { quote: textOf(quote), name: textOf(name), role: textOf(role) }
      : null
    return buildItem({
      collection: 'case-studies',
      document,
      related,
      title: textOf(document.title),
      summaries: [textOf(document.summary), sentencesOf(challengeOf(story)), sentencesOf(story)],
      blocks: [
        ...facts(metrics.map(({ label, value }) => [label, value])),
        ...story,
        ...(testimonial ? [toQuote(testimonial)] : []),
      ],
      closes: true,
      fields: {
        client: textOf(document.client) || null,
        clientUrl: textOf(document.clientUrl) || null,
        ...(textOf(document.clientLinkedinUrn)
          ? { clientLinkedinUrn: textOf(document.clientLinkedinUrn) }
          : {}),
        metrics,
        testimonial,
      },
      jsonLd: caseStudyJsonLd,
    })
  },
}

/** What stands under the heading that names the challenge. */
function challengeOf(story: Block[]): Block[] {
  const isChallenge = (block: Block) =>
    block.type === 'heading' && /challenge|problem|situation/i.test(JSON.stringify(block.children))
  const rest = story.slice(story.findIndex(isChallenge) + 1)
  const end = rest.findIndex(({ type }) => type === 'heading')
  return story.some(isChallenge) ? rest.slice(0, end === -1 ? undefined : end) : []
}

function toQuote({ quote, name, role }: { quote: string; name: string; role: string }): Block {
  return { type: 'quote', attribution: optional(name), role: optional(role), children: paragraphs(quote) }
}
