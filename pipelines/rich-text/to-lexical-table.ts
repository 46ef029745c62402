import type { Block, TableCell } from './block.ts'
import { headerStates, type LexicalBlock, type LexicalCell, type LexicalTable } from './lexical.ts'
import { layOut } from './table-grid.ts'
import { toLexicalParagraph } from './to-lexical-inline.ts'

type Table = Extract<Block, { type: 'table' }>

/** A table; `toChildren` converts what stands in a cell. */
export function toLexicalTable(
  table: Table,
  nextId: () => string,
  toChildren: (blocks: readonly Block[]) => LexicalBlock[],
): LexicalTable {
  const base = { version: 1, direction: null, format: '', indent: 0 } as const
  const states = headerStatesOf(table)
  const toCell = (cell: TableCell): LexicalCell => ({
    ...base,
    type: 'tablecell',
    children: cell.children.length
      ? toChildren(cell.children).map((child) => align(child, cell.align))
      : [toLexicalParagraph([], nextId, cell.align)],
    headerState: states.get(cell) ?? headerStates.none,
    colSpan: cell.colSpan ?? 1,
    rowSpan: cell.rowSpan ?? 1,
    backgroundColor: null,
  })
  return {
    ...base,
    type: 'table',
    children: table.rows.map((row) => ({ ...base, type: 'tablerow', children: row.map(toCell) })),
  }
}

/** The editor keeps alignment on the lines of a cell, a list's on its items. */
function align(child: LexicalBlock, to: TableCell['align']): LexicalBlock {
  if (!to) return child
  if (child.type === 'list') {
    return { ...child, children: child.children.map((item) => ({ ...item, format: to })) }
  }
  return child.type === 'paragraph' || child.type === 'heading' || child.type === 'quote'
    ? { ...child, format: to }
    : child
}

/** A header cell heads its row's or its column's line of headers; one that stands alone, its column. */
function headerStatesOf({ rows }: Table): Map<TableCell, number> {
  const states = new Map<TableCell, number>()
  const grid = layOut(rows)
  const columns = Math.max(0, ...grid.map((line) => line.length))
  const isHeaderColumn = Array.from({ length: columns }, (_, column) =>
    grid.every((line) => line[column]?.header),
  )
  for (const line of grid) {
    const isHeaderRow = line.every((cell) => cell?.header)
    for (const [column, cell] of line.entries()) {
      if (!cell?.header) continue
      const state = (isHeaderRow ? headerStates.row : 0) | (isHeaderColumn[column] ? headerStates.column : 0)
      states.set(cell, (states.get(cell) ?? 0) | state)
    }
  }
  for (const cell of rows.flat()) if (cell.header && !states.get(cell)) states.set(cell, headerStates.row)
  return states
}
