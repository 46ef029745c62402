import type { Block, TableCell } from './block.ts'
import { attribute } from './to-html-inline.ts'

/** A table; rows of headers at its top are its head, unless a merged cell reaches out of them. */
export function tableHtml(
  rows: readonly TableCell[][],
  cellHtml: (children: readonly Block[]) => string,
): string {
  const head = headLength(rows)
  const row = (cells: readonly TableCell[], isHead: boolean) =>
    `<tr>${cells.map((cell) => tagged(cell, isHead ? 'col' : 'row', cellHtml)).join('')}</tr>`
  const group = (tag: string, part: readonly TableCell[][]) =>
    part.length
      ? [`<${tag}>`, ...part.map((cells) => row(cells, tag === 'thead' || isHeader(cells))), `</${tag}>`]
      : []
  const lines = [...group('thead', rows.slice(0, head)), ...group('tbody', rows.slice(head))]
  return ['<table>', ...lines, '</table>'].join('\n')
}

function isHeader(cells: readonly TableCell[]): boolean {
  return cells.length > 0 && cells.every((cell) => cell.header)
}

function headLength(rows: readonly TableCell[][]): number {
  let count = rows.findIndex((cells) => !isHeader(cells))
  // Nothing but headers: the first row heads the rest.
  if (count < 0) count = 1
  const reachesOut = rows
    .slice(0, count)
    .some((cells, index) => cells.some((cell) => index + (cell.rowSpan ?? 1) > count))
  return reachesOut ? 0 : count
}

function tagged(cell: TableCell, scope: string, cellHtml: (children: readonly Block[]) => string): string {
  const tag = cell.header ? 'th' : 'td'
  const span = (name: string, size = 1) => (size > 1 ? attribute(name, String(size)) : '')
  const attributes = [
    cell.header ? attribute('scope', scope) : '',
    span('colspan', cell.colSpan),
    span('rowspan', cell.rowSpan),
    cell.align ? attribute('style', `text-align:${cell.align}`) : '',
  ]
  return `<${tag}${attributes.join('')}>${cellHtml(cell.children)}</${tag}>`
}
