/** From the editor's rich text to what is published of it. Pure as long as `related` is. */
import type { Related } from '../../pipelines/content-type.ts'
import type { Block } from '../../pipelines/rich-text/block.ts'
import { expand } from '../../pipelines/rich-text/expand.ts'
import { firstSentences } from '../../pipelines/rich-text/first-sentences.ts'
import { fromLexical } from '../../pipelines/rich-text/from-lexical.ts'
import { toHtml } from '../../pipelines/rich-text/to-html.ts'
import { toMarkdown } from '../../pipelines/rich-text/to-markdown.ts'
import { toText } from '../../pipelines/rich-text/to-text.ts'
import { callToActionOf, imageOf, itemsOf, toCard, toFaqCard } from './cards.ts'
import type { Row } from './values.ts'

const SUMMARY_LENGTH = 200

/** The rich text of the row's `body`; empty where there is none. */
export function bodyOf(row: Row): Block[] {
  return row.body ? fromLexical(row.body) : []
}

/** The first whole sentences, enough for a summary; empty when there are none. */
export function sentencesOf(blocks: Block[]): string {
  return firstSentences(blocks, SUMMARY_LENGTH)
}

/** Embeds become cards and pictures of what is public, links become absolute. `pageUrl`: where it will stand. */
export function expandBody(blocks: Block[], related: Related, pageUrl: string): Block[] {
  return expand(blocks, {
    base: related.site.siteUrl,
    pageUrl,
    image: (ref) => imageOf(related, ref),
    faq: (ref) => itemsOf(related, 'faqs', ref).map(toFaqCard)[0] ?? null,
    caseStudy: (ref) => itemsOf(related, 'case-studies', ref).map(toCard)[0] ?? null,
    callToAction: (ref) => callToActionOf(related, ref),
    url: ({ collection, ref }) => related.item(collection, ref)?.url ?? null,
  })
}

/** The words in the three forms that channels use. */
export function renderWords(blocks: Block[]): { html: string; markdown: string; text: string } {
  return { html: toHtml(blocks), markdown: toMarkdown(blocks), text: toText(blocks) }
}
