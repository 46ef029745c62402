import type { Inline, Mark } from './block.ts'
import { formatBits } from './lexical.ts'
import { childrenOf, type LooseNode, toNode, toNumber, toRef, toText } from './loose-node.ts'

const blockTypes = new Set([
  'root',
  'paragraph',
  'heading',
  'list',
  'listitem',
  'quote',
  'horizontalrule',
  'table',
  'tablerow',
  'tablecell',
  'block',
  'upload',
])

const inlineTypes = new Set(['text', 'tab', 'linebreak', 'link', 'autolink'])

/**
 * Whether a node stands within a line. An unknown one does when it holds words of its own, or, `within` a
 * line, when it holds nothing but inline nodes (a highlight, a comment).
 */
export function isInline(node: LooseNode, within = false): boolean {
  const type = String(node.type)
  if (inlineTypes.has(type)) return true
  if (blockTypes.has(type)) return false
  if (typeof node.text === 'string') return true
  const children = childrenOf(node)
  return within && children.length > 0 && children.every((child) => isInline(child, true))
}

/** Lexical's inline nodes → inlines, not yet normalised. Unknown ones keep their words. */
export function toInlines(nodes: readonly LooseNode[]): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    switch (node.type) {
      case 'linebreak':
        return [{ type: 'break' }]
      case 'link':
      case 'autolink':
        return toLink(node)
      default: {
        const text = toText(node.text)
        return text === undefined
          ? toInlines(childrenOf(node))
          : [{ type: 'text', text, marks: toMarks(node.format) }]
      }
    }
  })
}

function toMarks(format: unknown): Mark[] {
  const bits = toNumber(format, 0)
  return (Object.keys(formatBits) as Mark[]).filter((mark) => bits & formatBits[mark])
}

function toLink(node: LooseNode): Inline[] {
  const children = toInlines(childrenOf(node))
  const fields = toNode(node.fields) ?? node
  const newTab = fields.newTab === true ? { newTab: true } : {}
  const doc = toNode(fields.doc)
  const [collection, ref] = [toText(doc?.relationTo), toRef(doc?.value)]
  if (fields.linkType === 'internal') {
    if (!collection || ref === undefined) return children
    return [{ type: 'link', document: { collection, ref }, ...newTab, children }]
  }
  const url = toText(fields.url)
  return url ? [{ type: 'link', url, ...newTab, children }] : children
}
