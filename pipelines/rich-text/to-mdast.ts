import type { BlockContent, DefinitionContent, List, ListItem as MdListItem, PhrasingContent } from 'mdast'
import { encodePath } from './addresses.ts'
import type { Block, Embed, Inline, TableCell } from './block.ts'
import { normalise, present } from './normalise.ts'
import { publishedToMdast, type QuestionLevel } from './published-to-mdast.ts'
import { breaksCell, toPhrasing } from './to-mdast-inline.ts'

type Flow = BlockContent | DefinitionContent
type Table = Extract<Block, { type: 'table' }>

/** Blocks (normalised) → mdast. */
export function toFlow(blocks: readonly Block[], questions: QuestionLevel): Flow[] {
  return blocks.flatMap((block) => blockToFlow(block, questions))
}

function blockToFlow(block: Block, questions: QuestionLevel): Flow[] {
  switch (block.type) {
    case 'paragraph':
      return [{ type: 'paragraph', children: toPhrasing(block.children) }]
    case 'heading':
      return [
        { type: 'heading', depth: block.level, children: toPhrasing(block.children, { oneLine: true }) },
      ]
    case 'list':
      return [listToMdast(block, questions)]
    case 'quote': {
      const children = toFlow(block.children, questions)
      const { attribution, role } = block
      if (!attribution && !role) return [{ type: 'blockquote', children }]
      return [container('quote', present({ attribution, role }), children)]
    }
    case 'callout':
      return [container('callout', { tone: block.tone }, toFlow(block.children, questions))]
    case 'table':
      return [isGfmTable(block) ? gfmTable(block) : containerTable(block, questions)]
    case 'code':
      return [{ type: 'code', lang: block.language ?? null, value: block.code }]
    case 'divider':
      return [{ type: 'thematicBreak' }]
    case 'embed':
      return [embedToMdast(block.embed)]
    default:
      return publishedToMdast(block, questions, (blocks) => toFlow(normalise(blocks), questions))
  }
}

function container(name: string, attributes: Record<string, string>, children: Flow[]): Flow {
  return { type: 'containerDirective', name, attributes, children }
}

function listToMdast(list: Extract<Block, { type: 'list' }>, questions: QuestionLevel): List {
  // Loose only where an item has more than a paragraph and lists below it.
  const spread = list.items.some((item) =>
    item.children.some((child, index) => (index ? child.type !== 'list' : false)),
  )
  const children = list.items.map(
    (item): MdListItem => ({
      type: 'listItem',
      spread,
      checked: item.checked ?? null,
      children: toFlow(item.children, questions),
    }),
  )
  return {
    type: 'list',
    ordered: list.ordered,
    start: list.ordered ? (list.start ?? 1) : null,
    spread,
    children,
  }
}

/** A header row and only that, no merged cells, a line of text in each cell, one alignment a column. */
function isGfmTable({ rows }: Table): boolean {
  const [head] = rows
  return (
    head !== undefined &&
    rows.every(
      (row, index) =>
        row.length === head.length &&
        row.every(
          (cell, column) =>
            !cell.colSpan &&
            !cell.rowSpan &&
            Boolean(cell.header) === (index === 0) &&
            cell.align === head[column]?.align &&
            isLine(cell),
        ),
    )
  )
}

function isLine({ children }: TableCell): boolean {
  const [only, ...others] = children
  if (!only) return true
  return !others.length && only.type === 'paragraph' && !breaksCell(only.children)
}

function gfmTable({ rows }: Table): Flow {
  return {
    type: 'table',
    align: rows[0]?.map((cell) => cell.align ?? null) ?? [],
    children: rows.map((row) => ({
      type: 'tableRow',
      children: row.map((cell) => ({
        type: 'tableCell',
        children: toPhrasing(line(cell), { oneLine: true }),
      })),
    })),
  }
}

function line({ children: [only] }: TableCell): Inline[] {
  return only?.type === 'paragraph' ? only.children : []
}

function containerTable({ rows }: Table, questions: QuestionLevel): Flow {
  const toCell = ({ header, align, colSpan, rowSpan, children }: TableCell) =>
    container(
      'cell',
      {
        ...(header ? { header: '' } : {}),
        ...(align ? { align } : {}),
        ...(colSpan ? { colspan: String(colSpan) } : {}),
        ...(rowSpan ? { rowspan: String(rowSpan) } : {}),
      },
      toFlow(children, questions),
    )
  const toRow = (row: TableCell[]) => container('row', {}, row.map(toCell))
  return container('table', {}, rows.map(toRow))
}

function embedToMdast(embed: Embed): Flow {
  switch (embed.kind) {
    case 'image': {
      const url = encodePath(String(embed.image.ref))
      const image: PhrasingContent = {
        type: 'image',
        url,
        alt: embed.alt ?? '',
        title: embed.caption ?? null,
      }
      return { type: 'paragraph', children: [image] }
    }
    case 'faqList': {
      const items = embed.faqs.map(
        ({ ref }): MdListItem => ({
          type: 'listItem',
          spread: false,
          children: [{ type: 'paragraph', children: [{ type: 'text', value: String(ref) }] }],
        }),
      )
      const list: Flow[] = items.length
        ? [{ type: 'list', ordered: false, spread: false, children: items }]
        : []
      return container('faqs', present({ heading: embed.heading }), list)
    }
    case 'caseStudyCard':
      return leaf('case-study', String(embed.caseStudy.ref))
    case 'callToAction':
      return leaf('call-to-action', String(embed.callToAction.ref))
  }
}

function leaf(name: string, slug: string): Flow {
  return { type: 'leafDirective', name, attributes: { slug }, children: [] }
}
