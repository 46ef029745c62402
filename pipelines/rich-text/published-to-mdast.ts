/** Published blocks as plain Markdown that anyone reads: no directives, nothing to import again. */
import type { BlockContent, DefinitionContent, PhrasingContent } from 'mdast'
import type { Block } from './block.ts'

type Flow = BlockContent | DefinitionContent

/** Level of the headings that questions get. */
export type QuestionLevel = 2 | 3 | 4 | 5 | 6

const text = (value: string): PhrasingContent => ({ type: 'text', value })
const bold = (value: string): PhrasingContent => ({ type: 'strong', children: [text(value)] })
const link = (label: string, url: string): PhrasingContent => ({ type: 'link', url, children: [text(label)] })

/** Published block → mdast; nothing for a block of an unknown type. `toFlow` converts the answers. */
export function publishedToMdast(
  block: Block,
  level: QuestionLevel,
  toFlow: (blocks: readonly Block[]) => Flow[],
): Flow[] {
  switch (block.type) {
    case 'image': {
      const { url, alt } = block.image
      return [paragraph([{ type: 'image', url, alt, title: block.caption ?? null }])]
    }
    case 'faqs':
      return [
        ...heading(block.heading, 2),
        ...block.items.flatMap((item) => [...heading(item.title, level), ...toFlow(item.blocks)]),
      ]
    case 'cards':
      return [
        ...heading(block.heading, 2),
        ...bullets(
          block.items.map((card) => [
            link(card.title, card.url),
            ...(card.summary ? [text(`: ${card.summary}`)] : []),
          ]),
        ),
      ]
    case 'callToAction': {
      const { heading: title, text: words, links } = block.callToAction
      return [
        ...(title ? [paragraph([bold(title)])] : []),
        ...(words ? [paragraph([text(words)])] : []),
        ...bullets(links.map(({ label, url }) => [link(label, url)])),
      ]
    }
    case 'facts':
      return bullets(block.items.map(({ label, value }) => [bold(`${label}:`), text(` ${value}`)]))
    default:
      return []
  }
}

function paragraph(children: PhrasingContent[]): Flow {
  return { type: 'paragraph', children }
}

function heading(words: string | undefined, depth: 2 | 3 | 4 | 5 | 6): Flow[] {
  return words ? [{ type: 'heading', depth, children: [text(words)] }] : []
}

function bullets(items: PhrasingContent[][]): Flow[] {
  if (!items.length) return []
  return [
    {
      type: 'list',
      ordered: false,
      spread: false,
      children: items.map((children) => ({
        type: 'listItem',
        spread: false,
        children: [paragraph(children)],
      })),
    },
  ]
}
