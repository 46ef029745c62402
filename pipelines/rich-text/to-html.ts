/**
 * HTML that may stand in a feed, a mail or a page: no scripts; the only classes are `language-…` on code and
 * `callout callout-info|tip|warning`, the only style is `text-align` on cells.
 */
import type { Block, ListItem } from './block.ts'
import { attribute, inlineHtml, escapeHtml as text } from './to-html-inline.ts'
import { tableHtml } from './to-html-table.ts'

/** The body as HTML, a block a line. Deterministic, escaped, never throws; unknown blocks and embeds show nothing. */
export function toHtml(blocks: readonly Block[]): string {
  return blocks
    .map(blockHtml)
    .filter((html) => html !== '')
    .join('\n')
}

function blockHtml(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return `<p>${inlineHtml(block.children)}</p>`
    case 'heading': {
      const tag = `h${Math.min(6, Math.max(1, Math.trunc(Number(block.level)) || 2))}`
      return `<${tag}${attribute('id', block.id)}>${inlineHtml(block.children)}</${tag}>`
    }
    case 'list':
      return listHtml(block)
    case 'quote':
      return quoteHtml(block)
    case 'callout':
      return `<aside${attribute('class', `callout callout-${block.tone}`)}>\n${toHtml(block.children)}\n</aside>`
    case 'table':
      return tableHtml(block.rows, cellHtml)
    case 'code': {
      const language = block.language ? `language-${block.language.trim().split(/\s+/)[0]}` : undefined
      return `<pre><code${attribute('class', language)}>${text(block.code)}</code></pre>`
    }
    case 'divider':
      return '<hr>'
    case 'image':
      return figureHtml(block)
    case 'faqs':
      return sectionHtml(
        block.heading,
        block.items.map((item) => `<h3>${text(item.title)}</h3>\n${item.html}`),
      )
    case 'cards':
      return sectionHtml(block.heading, [
        itemsHtml(block.items.map((card) => linkHtml(card.title, card.url, card.summary))),
      ])
    case 'callToAction':
      return callToActionHtml(block.callToAction)
    case 'facts':
      return `<dl>\n${block.items
        .map(({ label, value }) => `<dt>${text(label)}</dt>\n<dd>${text(value)}</dd>`)
        .join('\n')}\n</dl>`
    default:
      return ''
  }
}

function listHtml({ ordered, start, items }: Extract<Block, { type: 'list' }>): string {
  const tag = ordered ? 'ol' : 'ul'
  const from = ordered && start !== undefined && start !== 1 ? attribute('start', String(start)) : ''
  return `<${tag}${from}>\n${items.map(itemHtml).join('\n')}\n</${tag}>`
}

function itemHtml({ checked, children }: ListItem): string {
  const box = checked === undefined ? '' : checked ? '☑ ' : '☐ '
  return `<li>${box}${tightHtml(children)}</li>`
}

/** The first paragraph without its tags, as in a tight list. */
function tightHtml([first, ...others]: readonly Block[]): string {
  if (first?.type !== 'paragraph') return toHtml(first ? [first, ...others] : others)
  return [inlineHtml(first.children), toHtml(others)].filter(Boolean).join('\n')
}

function cellHtml(children: readonly Block[]): string {
  return children.length === 1 ? tightHtml(children) : toHtml(children)
}

function quoteHtml({ children, attribution, role }: Extract<Block, { type: 'quote' }>): string {
  const cite = attribution ? `<cite>${text(attribution)}</cite>` : ''
  const source = [cite, role ? text(role) : ''].filter(Boolean).join(', ')
  const footer = source ? `<footer>${source}</footer>` : ''
  return `<blockquote>\n${[toHtml(children), footer].filter(Boolean).join('\n')}\n</blockquote>`
}

function figureHtml({ image, caption }: Extract<Block, { type: 'image' }>): string {
  const { url, width, height, alt } = image
  const size = attribute('width', String(width)) + attribute('height', String(height))
  const picture = `<img${attribute('src', url)}${size}${attribute('alt', alt ?? '')}>`
  return `<figure>${picture}${caption ? `<figcaption>${text(caption)}</figcaption>` : ''}</figure>`
}

function sectionHtml(heading: string | undefined, parts: readonly string[]): string {
  const title = heading ? [`<h2>${text(heading)}</h2>`] : []
  return `<section>\n${[...title, ...parts].filter(Boolean).join('\n')}\n</section>`
}

function callToActionHtml({
  heading,
  text: words,
  links,
}: {
  heading: string
  text?: string
  links: { label: string; url: string }[]
}): string {
  return sectionHtml(undefined, [
    heading ? `<p><strong>${text(heading)}</strong></p>` : '',
    words ? `<p>${text(words)}</p>` : '',
    itemsHtml(links.map(({ label, url }) => linkHtml(label, url))),
  ])
}

function linkHtml(label: string, url: string, summary?: string): string {
  return `<a${attribute('href', url)}>${text(label)}</a>${summary ? `<br>${text(summary)}` : ''}`
}

function itemsHtml(items: readonly string[]): string {
  return items.length ? `<ul>\n${items.map((item) => `<li>${item}</li>`).join('\n')}\n</ul>` : ''
}
