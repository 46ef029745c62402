/** RFC 4180, for programs that people open in spreadsheets first. */

/** What Excel, Sheets and LibreOffice take for a formula, and its full-width twins (OWASP, CSV injection). */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/

/** Lines end with CRLF; every cell is quoted; a cell that would be a formula begins with an apostrophe. */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(toCell).join(',')}\r\n`).join('')
}

function toCell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text
  return `"${safe.replaceAll('"', '""')}"`
}
