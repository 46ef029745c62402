/**
 * The body of a document as a small tree, the hub of every conversion:
 *
 *   Lexical (the editor) ⇄ Block[] ⇄ mdast (content files)
 *                            │ expand embeds
 *                            ▼
 *                 Block[] with cards ─► HTML, text, Markdown (what channels see)
 *
 * The tree is public: websites that render with components read it as `blocks` in the delivery API.
 */
import type { Card, FaqCard, ImageRef } from '../content-item.ts'

export type Mark = 'bold' | 'italic' | 'underline' | 'strikethrough' | 'code' | 'subscript' | 'superscript'

export type Inline =
  /** Marks are in the order of the union above and never repeat. */
  | { type: 'text'; text: string; marks?: Mark[] }
  | { type: 'break' }
  /** `url` as the editor wrote it (absolute once published). `document` instead: a link to another document. */
  | { type: 'link'; url?: string; document?: DocumentRef; newTab?: boolean; children: Inline[] }

/**
 * A pointer to another document. `ref` is opaque to the tree: a database id on the editor's side,
 * a slug (or a picture's path) in content files. Absent from published trees.
 */
export type DocumentRef = { collection: string; ref: string | number }

export type ListItem = { checked?: boolean; children: Block[] }

export type TableCell = {
  header?: boolean
  align?: 'left' | 'center' | 'right'
  colSpan?: number
  rowSpan?: number
  children: Block[]
}

/** What an editor places in a body that lives in a document of its own. */
export type Embed =
  | { kind: 'image'; image: DocumentRef; alt?: string; caption?: string }
  | { kind: 'faqList'; heading?: string; faqs: DocumentRef[] }
  | { kind: 'caseStudyCard'; caseStudy: DocumentRef }
  | { kind: 'callToAction'; callToAction: DocumentRef }

export type CallToAction = {
  id: string
  heading: string
  text?: string
  links: { label: string; url: string }[]
}

export type Block =
  | { type: 'paragraph'; children: Inline[] }
  /** `id`: a URL fragment, unique in the body; set when the body is published. */
  | { type: 'heading'; level: 1 | 2 | 3 | 4 | 5 | 6; id?: string; children: Inline[] }
  | { type: 'list'; ordered: boolean; start?: number; items: ListItem[] }
  | { type: 'quote'; attribution?: string; role?: string; children: Block[] }
  | { type: 'callout'; tone: 'info' | 'tip' | 'warning'; children: Block[] }
  | { type: 'table'; rows: TableCell[][] }
  | { type: 'code'; language?: string; code: string }
  | { type: 'divider' }
  /** Only before publication: the editor's pointer. `expand` turns it into one of the blocks below. */
  | { type: 'embed'; embed: Embed }
  | { type: 'image'; image: ImageRef; caption?: string }
  | { type: 'faqs'; heading?: string; items: FaqCard[] }
  | { type: 'cards'; heading?: string; items: Card[] }
  | { type: 'callToAction'; callToAction: CallToAction }
  /** Labelled values: metrics of a case study, pay of a role. */
  | { type: 'facts'; items: { label: string; value: string }[] }
