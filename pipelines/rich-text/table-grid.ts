import type { TableCell } from './block.ts'

/** Merged cells larger than this are a mistake, or an attack on the renderer's memory. */
const largestSpan = 1000

/** The table as a grid: a merged cell stands at each place that it covers, as HTML lays it out. */
export function layOut(rows: readonly TableCell[][]): (TableCell | undefined)[][] {
  const grid: (TableCell | undefined)[][] = rows.map(() => [])
  for (const [top, row] of rows.entries()) {
    let left = 0
    for (const cell of row) {
      while (grid[top]?.[left]) left += 1
      const width = Math.min(cell.colSpan ?? 1, largestSpan)
      const height = Math.min(cell.rowSpan ?? 1, largestSpan)
      for (const line of grid.slice(top, top + height)) {
        for (let column = left; column < left + width; column += 1) line[column] = cell
      }
      left += width
    }
  }
  return grid
}
