/** Lexical's JSON for plain paragraphs, for tests that write a body. */
import { toLexical } from '../../pipelines/rich-text/to-lexical.ts'

export function paragraphs(...texts: string[]) {
  return toLexical(
    texts.map((text) => ({ type: 'paragraph' as const, children: [{ type: 'text' as const, text }] })),
  ) as never
}
