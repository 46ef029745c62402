import type { Root } from 'mdast'
import type { Block } from './block.ts'
import { DEEPEST, tooDeepLine } from './depth.ts'
import { parse } from './dialect.ts'
import { fromFlow } from './from-mdast.ts'
import { definitionsIn, type Problem } from './from-mdast-context.ts'
import { normalise } from './normalise.ts'

export type FromMarkdownOptions = {
  /** The line of the file on which the Markdown begins, for problems. Default 1. */
  line?: number
  /** The collection of this document: where `[x](slug.md)`, without a folder, points to. */
  collection?: string
}

/**
 * Markdown of a content file (CommonMark, GFM, the directives of `dialect.ts`) → body, in canonical form.
 * Embeds and links hold slugs and picture paths as refs.
 *
 * @returns the blocks, and what could not be taken as written, with its line; of what lies too deep, that alone.
 * Never throws.
 */
export function fromMarkdown(
  markdown: string,
  options: FromMarkdownOptions = {},
): { blocks: Block[]; problems: Problem[] } {
  const firstLine = options.line ?? 1
  const tooDeep = tooDeepLine(markdown)
  if (tooDeep !== null) {
    const message = `lists, quotes and directives lie more than ${DEEPEST} deep in each other here: write it with fewer levels`
    return { blocks: [], problems: [{ line: firstLine + tooDeep, message }] }
  }
  const root: Root = parse(markdown)
  const problems: Problem[] = []
  const context = {
    source: markdown,
    firstLine,
    collection: options.collection,
    definitions: definitionsIn(root),
    problems,
  }
  const blocks = normalise(fromFlow(root.children, context))
  problems.sort((a, b) => a.line - b.line)
  return { blocks, problems }
}
