import type { Block, TableCell } from './block.ts'
import { inlineText } from './inline.ts'
import { layOut } from './table-grid.ts'

type List = Extract<Block, { type: 'list' }>

/**
 * The body as plain text for people: LF, a blank line between blocks, `• ` bullets, numbers, a table as
 * `label: value` lines, code as it is, quotation marks around quotes. Links leave their words only.
 */
export function toText(blocks: readonly Block[]): string {
  return blocks
    .map(blockToText)
    .filter((text) => text !== '')
    .join('\n\n')
}

function blockToText(block: Block): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return inlineText(block.children, '\n')
    case 'list':
      return listToText(block)
    case 'quote': {
      const source = [block.attribution, block.role].filter(Boolean).join(', ')
      return lines([quoted(toText(block.children)), source && `— ${source}`])
    }
    case 'callout':
      return toText(block.children)
    case 'table':
      return tableToText(block.rows)
    case 'code':
      return block.code
    case 'divider':
      return '* * *'
    case 'image':
      return block.caption ?? ''
    case 'faqs':
      return paragraphs([block.heading, ...block.items.map((item) => lines([item.title, item.text]))])
    case 'cards':
      return lines([
        block.heading,
        ...block.items.map((card) => `• ${[card.title, card.summary].filter(Boolean).join(': ')}`),
      ])
    case 'callToAction': {
      const { heading, text, links } = block.callToAction
      return lines([heading, text, ...links.map(({ label, url }) => `${label}: ${url}`)])
    }
    case 'facts':
      return lines(block.items.map(({ label, value }) => `${label}: ${value}`))
    default:
      return ''
  }
}

function lines(parts: readonly (string | undefined)[]): string {
  return parts.filter(Boolean).join('\n')
}

function paragraphs(parts: readonly (string | undefined)[]): string {
  return parts.filter(Boolean).join('\n\n')
}

/** With quotation marks, unless the author has set some. */
function quoted(text: string): string {
  return !text || /^["“„«‘'「]/.test(text) ? text : `“${text}”`
}

function listToText({ items, ordered, start = 1 }: List): string {
  return items
    .map(({ checked, children }, index) => {
      const marker = ordered ? `${start + index}. ` : checked === undefined ? '• ' : ''
      const box = checked === undefined ? '' : checked ? '☑ ' : '☐ '
      const inside = children.map(blockToText).filter(Boolean).join('\n')
      return `${marker}${box}${inside.replaceAll('\n', '\n  ')}`
    })
    .join('\n')
}

/** Each row as a group of lines; the column's header, or else the row's, is the label. */
function tableToText(rows: readonly TableCell[][]): string {
  const grid = layOut(rows)
  const [head] = grid
  const hasHead = grid.length > 1 && head !== undefined && head.every((cell) => cell?.header)
  const groups = (hasHead ? grid.slice(1) : grid).map((line) => {
    const cells = line.filter((cell, column) => cell && cell !== line[column - 1])
    if (hasHead) {
      return lines(
        cells.map((cell) => {
          const column = line.indexOf(cell)
          return labelled(cellText(head[column]), cellText(cell))
        }),
      )
    }
    const [first, ...others] = cells.map(cellText)
    const rest = others.filter(Boolean).join(', ')
    return cells[0]?.header ? labelled(first ?? '', rest) : lines([[first, rest].filter(Boolean).join(', ')])
  })
  return groups.filter(Boolean).join(hasHead ? '\n\n' : '\n')
}

function labelled(label: string, value: string): string {
  return label && value ? `${label}: ${value}` : label && !value ? '' : value
}

function cellText(cell: TableCell | undefined): string {
  return cell ? cell.children.map(blockToText).filter(Boolean).join('\n').replaceAll('\n', ', ') : ''
}
