import type { Block, Embed, Inline, ListItem, TableCell } from './block.ts'
import { normaliseInlines } from './inline.ts'
import { wellFormed } from './well-formed.ts'

/** The largest number that CommonMark §5.2 lets a list item have. */
const largestNumber = 999_999_999

/**
 * The canonical form of a body: every converter returns it and compares by it. Empty paragraphs, items,
 * tables and lists are dropped, text is merged and trimmed (see `normaliseInlines`), single-line values
 * have single spaces, defaults (`start: 1`, `colSpan: 1`) are left away. Idempotent, never throws.
 */
export function normalise(blocks: readonly Block[]): Block[] {
  return blocks.flatMap(normaliseBlock)
}

/** A value of one line: well-formed, single spaces, undefined when empty. */
export function oneLine(value: string | undefined): string | undefined {
  return (
    wellFormed(value ?? '')
      .replace(/\s+/g, ' ')
      .trim() || undefined
  )
}

function normaliseBlock(block: Block): Block[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading': {
      const children = normaliseInlines(block.children)
      return children.length ? [{ ...block, children }] : []
    }
    case 'quote': {
      const children = normalise(block.children)
      const [attribution, role] = [oneLine(block.attribution), oneLine(block.role)]
      if (!children.length && !attribution && !role) return []
      return [{ type: 'quote', ...present({ attribution, role }), children }]
    }
    case 'callout': {
      const children = normalise(block.children)
      return children.length ? [{ ...block, children }] : []
    }
    case 'list':
      return normaliseList(block)
    case 'table': {
      const rows = block.rows.map((row) => row.map(normaliseCell)).filter((row) => row.length > 0)
      return rows.length ? [{ type: 'table', rows }] : []
    }
    case 'code': {
      const code = wellFormed(block.code).replace(/\r\n?/g, '\n')
      return [{ type: 'code', ...present({ language: oneLine(block.language) }), code }]
    }
    case 'embed':
      return normaliseEmbed(block.embed).map((embed) => ({ type: 'embed', embed }))
    default:
      return [block]
  }
}

function normaliseList(block: Extract<Block, { type: 'list' }>): Block[] {
  const items: ListItem[] = []
  for (const item of block.items) {
    const children = normalise(item.children).flatMap(paragraphsOf)
    const last = items.at(-1)
    const isChecked = item.checked !== undefined && children[0]?.type === 'paragraph'
    // As in the editor, lists without a line of their own belong below the line before.
    if (last && children.every((child) => child.type === 'list')) last.children.push(...children)
    else if (children.length) items.push({ ...(isChecked ? { checked: item.checked } : {}), children })
  }
  if (!items.length) return []
  const { start } = block
  const hasStart =
    block.ordered &&
    start !== undefined &&
    start !== 1 &&
    Number.isInteger(start) &&
    start >= 0 &&
    start + items.length <= largestNumber
  return [{ type: 'list', ordered: block.ordered, ...(hasStart ? { start } : {}), items }]
}

/** In a list item an empty line begins a paragraph: the editor has no other way to write a second one there. */
function paragraphsOf(block: Block): Block[] {
  if (block.type !== 'paragraph') return [block]
  const { children } = block
  const isBreak = (index: number) => children[index]?.type === 'break'
  const runs: Inline[][] = [[]]
  for (const [index, child] of children.entries()) {
    if (!isBreak(index) || !(isBreak(index - 1) || isBreak(index + 1))) runs.at(-1)?.push(child)
    else if (!isBreak(index - 1)) runs.push([])
  }
  return normalise(runs.map((run): Block => ({ type: 'paragraph', children: run })))
}

function normaliseCell(cell: TableCell): TableCell {
  const { header, align, colSpan, rowSpan } = cell
  return {
    ...(header ? { header } : {}),
    ...(align ? { align } : {}),
    ...(colSpan && colSpan > 1 ? { colSpan } : {}),
    ...(rowSpan && rowSpan > 1 ? { rowSpan } : {}),
    children: normalise(cell.children),
  }
}

function normaliseEmbed(embed: Embed): Embed[] {
  switch (embed.kind) {
    case 'image':
      return [
        {
          kind: 'image',
          image: embed.image,
          ...present({ alt: oneLine(embed.alt), caption: oneLine(embed.caption) }),
        },
      ]
    case 'faqList': {
      const heading = oneLine(embed.heading)
      if (!heading && !embed.faqs.length) return []
      return [{ kind: 'faqList', ...present({ heading }), faqs: embed.faqs }]
    }
    default:
      return [embed]
  }
}

/** The object without its undefined values, so that deep equality and JSON agree. */
export function present<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}
