import type { Inline, Mark } from './block.ts'

const tagOf: Record<Mark, string> = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strikethrough: 's',
  code: 'code',
  subscript: 'sub',
  superscript: 'sup',
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text for HTML, in an element or between double quotes. */
export function escapeHtml(value: unknown): string {
  return String(value ?? '').replace(/[&<>"]/g, (character) => entities[character] ?? character)
}

/** ` name="value"`; nothing when undefined. */
export function attribute(name: string, value: string | undefined): string {
  return value === undefined ? '' : ` ${name}="${escapeHtml(value)}"`
}

/** Inlines as HTML: neighbours that share their outer marks share the elements. */
export function inlineHtml(children: readonly Inline[]): string {
  let html = ''
  const open: Mark[] = []
  const closeTo = (depth: number) => {
    while (open.length > depth) html += `</${tagOf[open.pop() as Mark]}>`
  }
  for (const child of children) {
    const marks = child.type === 'text' ? (child.marks ?? []).filter((mark) => mark in tagOf) : []
    const shared = open.findIndex((mark, index) => mark !== marks[index])
    closeTo(shared < 0 ? open.length : shared)
    for (const mark of marks.slice(open.length)) {
      open.push(mark)
      html += `<${tagOf[mark]}>`
    }
    html += leafHtml(child)
  }
  closeTo(0)
  return html
}

function leafHtml(child: Inline): string {
  if (child.type === 'text') return escapeHtml(child.text)
  if (child.type === 'break') return '<br>'
  if (child.type !== 'link') return ''
  const inner = inlineHtml(child.children)
  if (!child.url || !isSafe(child.url)) return inner
  const tab = child.newTab ? ' target="_blank" rel="noopener"' : ''
  return `<a${attribute('href', child.url)}${tab}>${inner}</a>`
}

/** The last line of defence: `expand` has made addresses safe, this keeps a tree that skipped it harmless. */
function isSafe(url: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers skip these inside a scheme
  const scheme = /^([^/?#:]*):/.exec(url.replace(/[\u0000-\u0020]/g, ''))?.[1]
  return scheme === undefined || /^(?:https?|mailto|tel)$/i.test(scheme)
}
