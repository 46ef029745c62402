import type { Block, TableCell } from '../../rich-text/block.ts'

/** Wider than any table that people read; a span beyond it is a slip. */
const MAX_COLUMNS = 50

/**
 * A table as lines of text: `label: value` for each row of two columns; for wider ones the row's first cell
 * and below it `• column: value`. Without a header row the values follow each other.
 *
 * @param toText one cell as one line
 */
export function toTableLines(
  rows: readonly (readonly TableCell[])[],
  toText: (children: readonly Block[]) => string,
): string[] {
  const grid = toGrid(rows, toText)
  const columns = Math.max(0, ...grid.map((row) => row.length))
  const hasHeader =
    grid.length > 1 && (rows[0] ?? []).length > 0 && (rows[0] ?? []).every(({ header }) => header)
  const header = hasHeader ? (grid[0] ?? []) : []
  const body = hasHeader ? grid.slice(1) : grid
  return body.flatMap((row) => {
    const [first = '', ...rest] = row
    const values = rest.filter((value) => value !== '')
    if (columns < 2) return first === '' ? [] : [`• ${first}`]
    if (columns > 2 && hasHeader) {
      const named = rest.flatMap((value, at) =>
        value === '' ? [] : [`• ${label(header[at + 1] ?? '')}${value}`],
      )
      return first === '' ? named : [first, ...named]
    }
    if (values.length === 0) return first === '' ? [] : [first]
    return [`${label(first)}${values.join(', ')}`]
  })
}

function label(name: string): string {
  if (name === '') return ''
  return /[:：]$/.test(name) ? `${name} ` : `${name}: `
}

/** Cells in their columns: a cell over several rows is in each of them, over several columns in the first. */
function toGrid(
  rows: readonly (readonly TableCell[])[],
  toText: (children: readonly Block[]) => string,
): string[][] {
  const held: { text: string; rows: number }[] = []
  return rows.map((cells) => {
    const row: string[] = []
    const takeHeld = () => {
      for (let above = held[row.length]; above && above.rows > 0; above = held[row.length]) {
        above.rows -= 1
        row.push(above.text)
      }
    }
    for (const cell of cells) {
      takeHeld()
      const text = toText(cell.children)
      for (let span = 0; span < Math.min(cell.colSpan ?? 1, MAX_COLUMNS); span += 1) {
        const shown = span === 0 ? text : ''
        held[row.length] = { text: shown, rows: (cell.rowSpan ?? 1) - 1 }
        row.push(shown)
      }
    }
    takeHeld()
    return row
  })
}
