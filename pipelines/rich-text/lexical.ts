/**
 * The JSON that Payload's editor stores, as far as this house writes and reads it (lexical 0.50,
 * @payloadcms/richtext-lexical 3.90). What is written has every property that the editor itself would
 * export, so that opening and saving a document changes nothing.
 */

/** Bits of a text node's `format` (lexical, `TEXT_TYPE_TO_FORMAT`). */
export const formatBits = {
  bold: 1,
  italic: 2,
  strikethrough: 4,
  underline: 8,
  code: 16,
  subscript: 32,
  superscript: 64,
} as const

/** Bits of a table cell's `headerState`. */
export const headerStates = { none: 0, row: 1, column: 2 } as const

interface Element<Type extends string, Child, Version = 1> {
  type: Type
  version: Version
  children: Child[]
  direction: 'ltr' | 'rtl' | null
  format: '' | 'left' | 'center' | 'right'
  indent: number
}

export type LexicalText = {
  type: 'text'
  version: 1
  text: string
  format: number
  detail: 0
  mode: 'normal'
  style: ''
}

export type LexicalTab = Omit<LexicalText, 'type' | 'detail'> & { type: 'tab'; detail: 2 }

export type LexicalBreak = { type: 'linebreak'; version: 1 }

export type LexicalLinkFields = { newTab: boolean } & (
  | { linkType: 'custom'; url: string }
  | { linkType: 'internal'; doc: { relationTo: string; value: string | number } }
)

export interface LexicalLink extends Element<'link', LexicalInline, 3> {
  id: string
  fields: LexicalLinkFields
}

export type LexicalInline = LexicalText | LexicalTab | LexicalBreak | LexicalLink

/** What lexical keeps of the first text in a paragraph. */
type TextDefaults = { textFormat: number; textStyle: '' }

export type LexicalParagraph = Element<'paragraph', LexicalInline> & TextDefaults

export type LexicalHeading = Element<'heading', LexicalInline> & { tag: 'h2' | 'h3' | 'h4' | 'h5' | 'h6' }

export type LexicalQuote = Element<'quote', LexicalInline>

/**
 * Words, or exactly one list: the list that is nested below the item before. From a content file an item may
 * hold blocks beside words (code, a quote, a picture): the editor keeps them there.
 */
export interface LexicalListItem extends Element<'listitem', LexicalInline | LexicalBlock> {
  value: number
  checked?: boolean
}

export interface LexicalList extends Element<'list', LexicalListItem> {
  listType: 'bullet' | 'number' | 'check'
  start: number
  tag: 'ul' | 'ol'
}

export type LexicalRule = { type: 'horizontalrule'; version: 1 }

export interface LexicalCell extends Element<'tablecell', LexicalBlock> {
  headerState: number
  colSpan: number
  rowSpan: number
  backgroundColor: null
}

export interface LexicalRow extends Element<'tablerow', LexicalCell> {}

export interface LexicalTable extends Element<'table', LexicalRow> {}

export type LexicalFields =
  | { blockType: 'quote'; body: SerializedEditorState; attribution?: string; role?: string }
  | { blockType: 'callout'; tone: 'info' | 'tip' | 'warning'; body: SerializedEditorState }
  | { blockType: 'code'; language?: string; code: string }
  | { blockType: 'image'; image: string | number; alt?: string; caption?: string }
  | { blockType: 'faqList'; heading?: string; faqs: (string | number)[] }
  | { blockType: 'caseStudyCard'; caseStudy: string | number }
  | { blockType: 'callToAction'; callToAction: string | number }

/** A block of BlocksFeature. */
export type LexicalBlockNode = {
  type: 'block'
  version: 2
  format: ''
  fields: LexicalFields & { id: string; blockName: string }
}

export type LexicalBlock =
  | LexicalParagraph
  | LexicalHeading
  | LexicalQuote
  | LexicalList
  | LexicalRule
  | LexicalTable
  | LexicalBlockNode

/** The value of a rich text field. */
export type SerializedEditorState = { root: Element<'root', LexicalBlock> }
