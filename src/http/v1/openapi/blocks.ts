/** The body as a tree (pipelines/rich-text/block.ts), as it is once published. */
import { flag, list, literal, object, oneOf, ref, type Schema, text, uri, whole } from './schema.ts'

const children = list(ref('Block'))
const inlines = list(ref('Inline'))
const heading = { heading: text() }

/** A name of a component for each kind of block. */
const KINDS: { [name: string]: Schema } = {
  ParagraphBlock: object({ type: literal('paragraph'), children: inlines }),
  HeadingBlock: object(
    { type: literal('heading'), level: { type: 'integer', enum: [1, 2, 3, 4, 5, 6] }, children: inlines },
    { id: text('A URL fragment, unique in the body; `toc` names it too.') },
  ),
  ListBlock: object(
    {
      type: literal('list'),
      ordered: flag(),
      items: list(object({ children }, { checked: flag('Of a list of tasks.') })),
    },
    { start: { type: 'integer', description: 'The first number of an ordered list; absent: 1.' } },
  ),
  QuoteBlock: object({ type: literal('quote'), children }, { attribution: text(), role: text() }),
  CalloutBlock: object({ type: literal('callout'), tone: oneOf('info', 'tip', 'warning'), children }),
  TableBlock: object({ type: literal('table'), rows: list(list(ref('TableCell'))) }),
  CodeBlock: object({ type: literal('code'), code: text() }, { language: text() }),
  DividerBlock: object({ type: literal('divider') }),
  ImageBlock: object({ type: literal('image'), image: ref('ImageRef') }, { caption: text() }),
  FaqsBlock: object({ type: literal('faqs'), items: list(ref('FaqCard')) }, heading),
  CardsBlock: object({ type: literal('cards'), items: list(ref('Card')) }, heading),
  CallToActionBlock: object({ type: literal('callToAction'), callToAction: ref('CallToActionCard') }),
  FactsBlock: object(
    { type: literal('facts'), items: list(ref('Fact')) },
    {},
    'Labelled values: figures of a case study, pay of a role.',
  ),
}

export const bodySchemas: { [name: string]: Schema } = {
  Block: {
    description: 'One of these, told apart by `type`. Map each to a component of your website.',
    oneOf: Object.keys(KINDS).map(ref),
  },
  ...KINDS,
  TableCell: object(
    { children },
    {
      header: flag(),
      align: oneOf('left', 'center', 'right'),
      colSpan: whole(),
      rowSpan: whole(),
    },
  ),
  Fact: object({ label: text(), value: text() }),
  CallToActionCard: object(
    { id: text(), heading: text(), links: list(object({ label: text(), url: uri() })) },
    { text: text() },
  ),
  Inline: { oneOf: ['TextInline', 'BreakInline', 'LinkInline'].map(ref) },
  TextInline: object(
    { type: literal('text'), text: text() },
    {
      marks: list(
        oneOf('bold', 'italic', 'underline', 'strikethrough', 'code', 'subscript', 'superscript'),
        'In this order, none twice.',
      ),
    },
  ),
  BreakInline: object({ type: literal('break') }),
  LinkInline: object({ type: literal('link'), url: uri('Absolute.'), children: inlines }, { newTab: flag() }),
  Heading: object(
    { id: text('Of the heading in `blocks` and in `html`.'), level: whole(), title: text() },
    {},
    'An entry of the table of contents.',
  ),
}
