import { randomBytes } from 'node:crypto'
import type { Block } from './block.ts'
import type { LexicalBlock, LexicalBlockNode, LexicalFields, SerializedEditorState } from './lexical.ts'
import { liftFromBody } from './lift.ts'
import { normalise, present } from './normalise.ts'
import { toLexicalEmbed } from './to-lexical-embed.ts'
import { toLexicalInlines, toLexicalParagraph } from './to-lexical-inline.ts'
import { toLexicalList } from './to-lexical-list.ts'
import { toLexicalTable } from './to-lexical-table.ts'

export type ToLexicalOptions = {
  /** Ids of blocks and links: 24 hexadecimal characters, never the same twice. Default: random. */
  nextId?: () => string
}

/**
 * The body as Payload's editor stores it. Refs are database ids by now (`mapDocuments`). What Lexical
 * cannot nest is lifted out and the list resumed; published blocks (cards, facts) have no place and are
 * left away.
 */
export function toLexical(blocks: readonly Block[], options: ToLexicalOptions = {}): SerializedEditorState {
  const nextId = options.nextId ?? (() => randomBytes(12).toString('hex'))
  return toState(normalise(blocks), nextId)
}

function toState(blocks: readonly Block[], nextId: () => string): SerializedEditorState {
  return {
    root: {
      type: 'root',
      version: 1,
      children: toChildren(blocks, nextId),
      direction: null,
      format: '',
      indent: 0,
    },
  }
}

/**
 * Lexical refuses a root or a cell without any child; and it merges two lists of one kind that touch
 * (`ListNode`'s transform), so that an empty paragraph, which `fromLexical` drops, stands between them.
 */
function toChildren(blocks: readonly Block[], nextId: () => string): LexicalBlock[] {
  const empty = () => toLexicalParagraph([], nextId)
  const children: LexicalBlock[] = []
  for (const child of blocks.flatMap((block) => toNodes(block, nextId))) {
    const last = children.at(-1)
    if (child.type === 'list' && last?.type === 'list' && last.listType === child.listType) {
      children.push(empty())
    }
    children.push(child)
  }
  return children.length ? children : [empty()]
}

function toNodes(block: Block, nextId: () => string): LexicalBlock[] {
  const base = { version: 1, direction: null, format: '', indent: 0 } as const
  switch (block.type) {
    case 'paragraph':
      return [toLexicalParagraph(block.children, nextId)]
    case 'heading': {
      const tag = `h${Math.max(2, block.level) as 2 | 3 | 4 | 5 | 6}` as const
      return [{ ...base, type: 'heading', tag, children: toLexicalInlines(block.children, nextId) }]
    }
    case 'list':
      return [toLexicalList(block, { nextId, toNodes: (inside) => toNodes(inside, nextId) })]
    case 'quote':
      return quote(block, nextId)
    case 'callout':
      return liftFromBody(block.children).flatMap(({ nested, blocks }) =>
        nested
          ? [node({ blockType: 'callout', tone: block.tone, body: toState(blocks, nextId) }, nextId)]
          : blocks.flatMap((one) => toNodes(one, nextId)),
      )
    case 'table':
      return [toLexicalTable(block, nextId, (children) => toChildren(children, nextId))]
    case 'code':
      return [node({ blockType: 'code', ...present({ language: block.language }), code: block.code }, nextId)]
    case 'divider':
      return [{ type: 'horizontalrule', version: 1 }]
    case 'embed':
      return [node(toLexicalEmbed(block.embed), nextId)]
    default:
      return []
  }
}

function quote(block: Extract<Block, { type: 'quote' }>, nextId: () => string): LexicalBlock[] {
  const groups = liftFromBody(block.children)
  if (!groups.length) groups.push({ nested: true, blocks: [] })
  const last = groups.findLastIndex(({ nested }) => nested)
  return groups.flatMap(({ nested, blocks }, index): LexicalBlock[] => {
    if (!nested) return blocks.flatMap((one) => toNodes(one, nextId))
    const { attribution, role } = index === last ? block : {}
    const [only, ...others] = blocks
    if (!attribution && !role && only?.type === 'paragraph' && !others.length) {
      const children = toLexicalInlines(only.children, nextId)
      return [{ type: 'quote', version: 1, children, direction: null, format: '', indent: 0 }]
    }
    const source = present({ attribution, role })
    return [node({ blockType: 'quote', body: toState(blocks, nextId), ...source }, nextId)]
  })
}

function node(fields: LexicalFields, nextId: () => string): LexicalBlockNode {
  return { type: 'block', version: 2, format: '', fields: { id: nextId(), blockName: '', ...fields } }
}
