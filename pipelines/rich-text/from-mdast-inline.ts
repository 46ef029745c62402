import type { Image, ImageReference, Link, Nodes, PhrasingContent } from 'mdast'
import type { TextDirective } from 'mdast-util-directive'
import { decodePath, documentAt, isRemote } from './addresses.ts'
import type { Block, Inline, Mark } from './block.ts'
import { type Context, report, sourceOf } from './from-mdast-context.ts'
import { normaliseInlines } from './inline.ts'

/** Pictures met inside text; they become blocks of their own. */
type Lifted = Block[]

const markOf = {
  strong: 'bold',
  emphasis: 'italic',
  delete: 'strikethrough',
  u: 'underline',
  sub: 'subscript',
  sup: 'superscript',
  code: 'code',
} as const

/**
 * Phrasing → blocks: what `wrap` makes of the words, with the pictures between them on their own.
 * A picture inside a mark or a link comes after the words around it.
 */
export function fromPhrasing(
  nodes: readonly PhrasingContent[],
  context: Context,
  wrap: (children: Inline[]) => Block,
): Block[] {
  const blocks: Block[] = []
  let words: Inline[] = []
  const flush = () => {
    if (normaliseInlines(words).length) blocks.push(wrap(words))
    words = []
  }
  for (const node of nodes) {
    const lifted: Lifted = []
    words.push(...inlines([node], [], context, lifted))
    if (lifted.length) {
      flush()
      blocks.push(...lifted)
    }
  }
  flush()
  return blocks
}

function inlines(
  nodes: readonly PhrasingContent[],
  marks: readonly Mark[],
  context: Context,
  lifted: Lifted,
): Inline[] {
  return nodes.flatMap((node) => inline(node, marks, context, lifted))
}

function inline(node: PhrasingContent, marks: readonly Mark[], context: Context, lifted: Lifted): Inline[] {
  const inside = (mark: Mark, children: readonly PhrasingContent[]) =>
    inlines(children, [...marks, mark], context, lifted)
  const text = (value: string): Inline => ({ type: 'text', text: value, marks: [...marks] })
  switch (node.type) {
    case 'text':
      return [text(node.value.replace(/\r\n?|\n/g, ' '))]
    case 'break':
      return [{ type: 'break' }]
    case 'strong':
    case 'emphasis':
    case 'delete':
      return inside(markOf[node.type], node.children)
    case 'inlineCode':
      return [{ type: 'text', text: node.value.replace(/\r\n?|\n/g, ' '), marks: [...marks, 'code'] }]
    case 'link':
      return [toLink(node, node.url, inlines(node.children, marks, context, lifted), context)]
    case 'linkReference': {
      const url = context.definitions.get(node.identifier)?.url ?? ''
      return [toLink(node, url, inlines(node.children, marks, context, lifted), context)]
    }
    case 'image':
    case 'imageReference':
      return image(node, text, context, lifted)
    case 'textDirective':
      if (node.name === 'link')
        return directiveLink(node, inlines(node.children, marks, context, lifted), context)
      return inside(markOf[node.name as 'u'], node.children)
    case 'html':
      if (/^<br\s*\/?>$/i.test(node.value)) return [{ type: 'break' }]
      report(context, node, htmlProblem(node.value))
      return [text(node.value)]
    case 'footnoteReference':
      report(context, node, 'Footnotes are not supported; write the note into the text')
      return [text(sourceOf(context, node))]
    default:
      return [text(sourceOf(context, node))]
  }
}

/** What to tell an author about HTML. */
export function htmlProblem(html: string): string {
  const shown = html.trim().split('\n')[0]?.slice(0, 40) ?? ''
  return `HTML is not supported; it is kept as plain text: ${shown}. Use Markdown, or a backslash before "<"`
}

function toLink(node: Nodes, address: string, children: Inline[], context: Context): Inline {
  if ('children' in node && node.children.some((child) => child.type === 'image')) {
    report(
      context,
      node,
      'A picture cannot be a link; the picture is kept, its link is not. Link words instead',
    )
  }
  const at = documentAt(address, context.collection)
  if (at?.fragment)
    report(
      context,
      node,
      `A link to a document cannot keep its "${at.fragment}"; it points to the whole document`,
    )
  if ((node as Link).title)
    report(
      context,
      node,
      `The title of a link is not kept: "${(node as Link).title}". Write it into the text`,
    )
  return at ? { type: 'link', document: at.document, children } : { type: 'link', url: address, children }
}

function directiveLink(node: TextDirective, children: Inline[], context: Context): Inline[] {
  const { href, url, newTab } = node.attributes ?? {}
  if (!href && !url) report(context, node, ':link[…] has no address; write :link[words]{href="https://…"}')
  const link = url ? ({ type: 'link', url, children } as const) : toLink(node, href ?? '', children, context)
  return [{ ...link, ...(newTab === undefined || newTab === null ? {} : { newTab: true }) } as Inline]
}

function image(
  node: Image | ImageReference,
  text: (value: string) => Inline,
  context: Context,
  lifted: Lifted,
): Inline[] {
  const { url, title } =
    node.type === 'image' ? node : (context.definitions.get(node.identifier) ?? { url: '' })
  const alt = node.alt ?? ''
  if (isRemote(url) || !url) {
    report(
      context,
      node,
      `A picture must be a file beside this one, not "${url}"; download it and write its relative path`,
    )
    const words = text(alt || url)
    return url && !/^data:/i.test(url) ? [{ type: 'link', url, children: [words] }] : [words]
  }
  const image = { collection: 'media', ref: decodePath(url) }
  const caption = title ?? undefined
  lifted.push({ type: 'embed', embed: { kind: 'image', image, alt, caption } })
  return []
}
