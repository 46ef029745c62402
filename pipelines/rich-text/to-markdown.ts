import type { Block } from './block.ts'
import { print } from './dialect.ts'
import { normalise } from './normalise.ts'
import { plainBlocks } from './plain-blocks.ts'
import type { QuestionLevel } from './published-to-mdast.ts'
import { toFlow } from './to-mdast.ts'

export type ToMarkdownOptions = {
  /** Level of the headings that published FAQs get. Default 3. */
  questionLevel?: QuestionLevel
  /** For readers, not for content files: no directives (see `plainBlocks`). Does not come back as it was. */
  plain?: boolean
}

/**
 * The body as Markdown. Embeds become the directives of content files and come back through
 * `fromMarkdown` as the same tree; published blocks (cards, FAQs, facts) become plain Markdown for readers.
 *
 * @returns Markdown that ends in one line feed; empty for an empty body.
 */
export function toMarkdown(blocks: readonly Block[], options: ToMarkdownOptions = {}): string {
  const body = normalise(options.plain ? plainBlocks(blocks) : blocks)
  const markdown = print({ type: 'root', children: toFlow(body, options.questionLevel ?? 3) })
  // A parser takes U+FEFF at the very start for a byte order mark.
  return markdown.replace(/^\uFEFF/, '&#xFEFF;')
}
