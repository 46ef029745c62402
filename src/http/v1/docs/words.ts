/** Small pieces of the page. Everything that is not markup is escaped. */
import { escapeHtml } from '../../../../pipelines/rich-text/to-html-inline.ts'

/** Text in which `backquotes` stand for code. */
export function prose(text: string): string {
  return escapeHtml(text).replace(/`([^`]+)`/g, '<code>$1</code>')
}

export const code = (text: string) => `<code>${escapeHtml(text)}</code>`

export const block = (text: string) => `<pre tabindex="0"><code>${escapeHtml(text)}</code></pre>`

export const json = (value: unknown) => block(JSON.stringify(value, null, 2))

/** Rows of cells that are HTML; nothing without rows. */
export function table(heads: string[], rows: string[][]): string {
  if (rows.length === 0) return ''
  const head = heads.map((one) => `<th scope="col">${escapeHtml(one)}</th>`).join('')
  const body = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
  return `<div class="wide"><table><thead><tr>${head}</tr></thead><tbody>\n${body.join('\n')}\n</tbody></table></div>`
}

/** Opens and closes without a program. `summary` and `body` are HTML. */
export const fold = (id: string, summary: string, body: string) =>
  `<details id="${escapeHtml(id)}"><summary>${summary}</summary><div class="open">${body}</div></details>`
