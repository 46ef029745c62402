/** What a bench found: as a table for people, and as one line of JSON for whoever compares runs. */
export type Row = { [column: string]: string | number }

export function report(bench: string, rows: Row[]): void {
  const columns = Object.keys(rows[0] ?? {})
  const lines = [columns, ...rows.map((row) => columns.map((column) => `${row[column] ?? ''}`))]
  const widths = columns.map((_, index) => Math.max(...lines.map((line) => line[index]?.length ?? 0)))
  for (const line of lines)
    process.stdout.write(`${line.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join('  ')}\n`)
  process.stdout.write(`${JSON.stringify({ bench, node: process.version, rows })}\n`)
}

/** The time that this share of them stayed below, to a tenth. Sorts `times`. */
export function share(times: number[], of: number): number {
  times.sort((a, b) => a - b)
  return round(times[Math.min(times.length - 1, Math.floor(times.length * of))] ?? 0)
}

export const round = (value: number) => Math.round(value * 10) / 10
