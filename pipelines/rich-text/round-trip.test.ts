import { describe, expect, it } from 'vitest'
import type { Block, Inline, Mark } from './block.ts'
import { fromLexical } from './from-lexical.ts'
import { fromMarkdown } from './from-markdown.ts'
import { normalise } from './normalise.ts'
import { randomBody } from './random-body.fixture.ts'
import { toLexical } from './to-lexical.ts'
import { toMarkdown } from './to-markdown.ts'

const text = (words: string, ...marks: Mark[]): Inline => ({ type: 'text', text: words, marks })
const link = (url: string, ...children: Inline[]): Inline => ({ type: 'link', url, children })
const paragraph = (...children: Inline[]): Block => ({ type: 'paragraph', children })
const list = (ordered: boolean, ...items: Block[][]): Block => ({
  type: 'list',
  ordered,
  items: items.map((children) => ({ children })),
})
const cell = (children: Block[], more = {}) => ({ children, ...more })
const lineBreak: Inline = { type: 'break' }

function expectLaw(blocks: readonly Block[]) {
  const body = normalise(blocks)
  const markdown = toMarkdown(body)
  const read = fromMarkdown(markdown)
  expect(read).toEqual({ blocks: body, problems: [] })
  expect(toMarkdown(read.blocks)).toBe(markdown)
  expect(normalise(body)).toEqual(body)
}

const nested = (ordered: boolean, depth: number): Block =>
  list(
    ordered,
    [paragraph(text(`level ${depth}`)), ...(depth > 1 ? [nested(ordered, depth - 1)] : [])],
    [paragraph(text('next'))],
  )

const cases: Record<string, Block[]> = {
  'ordered lists four deep': [nested(true, 4)],
  'bullets four deep': [nested(false, 4)],
  'a list that starts at 7, below a paragraph': [
    paragraph(text('so:')),
    { type: 'list', ordered: true, start: 7, items: [{ children: [paragraph(text('seven'))] }] },
  ],
  'three lists of one kind in a row': [1, 2, 3].map((n) => list(false, [paragraph(text(`list ${n}`))])),
  'a list straight inside a list, numbered from 3': [
    list(true, [
      paragraph(text('a')),
      list(false, [{ type: 'list', ordered: true, start: 3, items: [{ children: [paragraph(text('b'))] }] }]),
    ]),
  ],
  'a check list': [
    {
      type: 'list',
      ordered: false,
      items: [
        { checked: true, children: [paragraph(text('done'))] },
        { checked: false, children: [paragraph(text('[ ] open'))] },
      ],
    },
  ],
  'code in a list': [
    list(true, [paragraph(text('x')), { type: 'code', language: 'ts', code: '\ta\n\n  b' }]),
  ],
  'code with fences, tabs and an empty last line': [{ type: 'code', code: '```\n````js\n\tx\n~~~\n' }],
  'code with colons in a callout': [
    { type: 'callout', tone: 'tip', children: [{ type: 'code', code: ':::\n:::quote\n::::' }] },
  ],
  'pipes in a cell, in code in a cell, and breaks': [
    {
      type: 'table',
      rows: [
        [cell([paragraph(text('a | b'))], { header: true }), cell([], { header: true, align: 'right' })],
        [
          cell([paragraph(text('a\\|b', 'code'))]),
          cell([paragraph(text('x'), lineBreak, text('y'))], { align: 'right' }),
        ],
      ],
    },
  ],
  'a table with merged cells, lists in cells and a header column': [
    {
      type: 'table',
      rows: [
        [cell([paragraph(text('wide'))], { header: true, colSpan: 2 })],
        [
          cell([paragraph(text('row'))], { header: true, rowSpan: 2, align: 'center' }),
          cell([paragraph(text('one')), list(false, [paragraph(text('two'))])]),
        ],
        [cell([])],
      ],
    },
  ],
  'a pipe in a directive in a cell': [
    {
      type: 'table',
      rows: [
        [
          cell([paragraph({ type: 'link', url: '/?a|b', newTab: true, children: [text('x')] })], {
            header: true,
          }),
        ],
      ],
    },
  ],
  'links with parentheses, spaces, quotes and brackets': [
    paragraph(
      link('/a_(b) c', text('x')),
      text(' '),
      link('/"q"', text('[y]')),
      text(' '),
      link('((', text('`')),
    ),
  ],
  'links to documents': [
    paragraph(
      { type: 'link', document: { collection: 'articles', ref: '日本 (1)%' }, children: [text('a')] },
      { type: 'link', document: { collection: 'faqs', ref: 'b' }, newTab: true, children: [text('b')] },
      { type: 'link', url: '../faqs/not-a-document.md', children: [text('c')] },
    ),
  ],
  'marks that touch words, punctuation and spaces': [
    paragraph(
      text('a'),
      text('b', 'bold'),
      text('c'),
      text('"d"', 'bold'),
      text('e'),
      text(' f ', 'italic'),
      text('g'),
    ),
    paragraph(
      text('a', 'bold'),
      text('b', 'bold', 'italic'),
      text('c', 'italic'),
      text('d', 'strikethrough'),
    ),
    paragraph(text('👍'), text('“x”', 'bold'), text('👍')),
  ],
  'code with brackets inside an underline': [
    paragraph(text('a]b\\', 'underline', 'code'), text('[c', 'underline')),
  ],
  'a break inside a mark and in a heading': [
    paragraph(text('a', 'bold'), lineBreak, text('b', 'bold')),
    { type: 'heading', level: 2, children: [text('a'), lineBreak, text('b #')] },
  ],
  'a picture with quotes and brackets': [
    {
      type: 'embed',
      embed: {
        kind: 'image',
        image: { collection: 'media', ref: '../images/100% (a).png' },
        alt: 'a "b" [c] :u[d] *e*',
        caption: 'it\'s "so" &amp; so',
      },
    },
  ],
  'a divider after a paragraph, text that underlines': [
    paragraph(text('a')),
    { type: 'divider' },
    paragraph(text('b'), lineBreak, text('---'), lineBreak, text('===')),
  ],
}

/** Each alone, and after a line break. */
const literal = [
  ...[
    '1. x',
    '1) x',
    '- x',
    '+ x',
    '* x',
    '# x',
    '> x',
    '```',
    '~~~',
    '---',
    '***',
    '===',
    '| a |',
    '|-|',
    '[x]: y',
  ],
  ...[
    '[ ] x',
    '\\',
    'a\\*b',
    '\\\\',
    'a*b*c',
    'a_b_c',
    '_a_',
    '**a**',
    '~a~',
    '~~a~~',
    '`a`',
    '![a](b)',
    '[a](b)',
  ],
  ...[
    '<b>x</b>',
    '<br>',
    '<!-- x -->',
    '&amp;',
    '&nbsp;',
    '&#35;',
    'https://a.b/c',
    'HTTP://A.B',
    'www.a.b',
    'a@b.co',
    'x@a@b.co',
  ],
  ...[
    '<https://a.b>',
    ':u[a]',
    ':name[a]',
    'a:sub[b]c',
    ':link[x]{href=y}',
    '::case-study{slug=a}',
    ':::',
    ':::quote',
  ],
  ...[
    '::::table',
    '10:30',
    '3:1',
    'foo:bar',
    '[^1]',
    '[^1]: x',
    '😀',
    'שלום\u202e',
    '\ufeffx',
    'a\tb',
    '\u00a0',
  ],
]

describe('the law of Markdown', () => {
  for (const [name, blocks] of Object.entries(cases)) it(`brings back ${name}`, () => expectLaw(blocks))

  for (const words of literal) {
    it(`keeps ${JSON.stringify(words)} as text`, () => {
      expectLaw([paragraph(text(words)), paragraph(text('a'), lineBreak, text(words), text('b', 'bold'))])
      expectLaw([list(true, [paragraph(text(words))]), { type: 'quote', role: words, children: [] }])
      expectLaw([
        { type: 'heading', level: 3, children: [text(words)] },
        {
          type: 'table',
          rows: [[cell([paragraph(text(words), link('/x', text(words)))], { header: true })]],
        },
        { type: 'callout', tone: 'info', children: [paragraph(text(words, 'underline'))] },
      ])
    })
  }

  it('holds for random bodies', { timeout: 60_000 }, () => {
    for (let seed = 1; seed <= 100; seed += 1) expectLaw(randomBody(seed))
  })
})

describe('the law of Lexical', () => {
  it('brings back random bodies', { timeout: 60_000 }, () => {
    for (let seed = 1; seed <= 300; seed += 1) {
      const body = normalise(randomBody(seed))
      expect(fromLexical(JSON.parse(JSON.stringify(toLexical(body))))).toEqual(body)
    }
  })
})
