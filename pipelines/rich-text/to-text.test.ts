import { describe, expect, it } from 'vitest'
import type { Block } from './block.ts'
import { firstSentences } from './first-sentences.ts'
import { fromMarkdown } from './from-markdown.ts'
import { toText } from './to-text.ts'
import { wellFormed } from './well-formed.ts'

const body = (markdown: string) => fromMarkdown(markdown).blocks

describe('toText', () => {
  it.each([
    ['## A\n\nb **c** [d](/e)\\\nf', 'A\n\nb c d\nf'],
    ['- a\n  1. b\n  2. c\n- d', '• a\n  1. b\n  2. c\n• d'],
    ['- [x] a\n- [ ] b', '☑ a\n☐ b'],
    ['3. a\n4. b', '3. a\n4. b'],
    ['> a', '“a”'],
    [':::quote{attribution=A role=B}\n"a"\n:::', '"a"\n— A, B'],
    ['| k | v |\n| - | - |\n| a | 1 |\n| b | |', 'k: a\nv: 1\n\nk: b'],
    ['```\n\ta\n```\n\n---', '\ta\n\n* * *'],
  ])('reads %j', (markdown, text) => expect(toText(body(markdown))).toBe(text))

  it('labels rows by their header cell when no row heads the table', () => {
    const cell = (text: string, header = false) => ({ header, children: body(text) })
    expect(
      toText([
        {
          type: 'table',
          rows: [
            [cell('Pay', true), cell('1'), cell('2')],
            [cell('a'), cell('b')],
          ],
        },
      ]),
    ).toBe('Pay: 1, 2\na, b')
  })

  it('keeps columns in place beside and below a merged cell', () => {
    const cell = (text: string, more: object = {}) => ({ ...more, children: body(text) })
    const head = ['a', 'b'].map((text) => cell(text, { header: true }))
    const rows = [head, [cell('1', { rowSpan: 2 }), cell('2')], [cell('3')], [cell('4', { colSpan: 2 })]]
    expect(toText([{ type: 'table', rows }])).toBe('a: 1\nb: 2\n\na: 1\nb: 3\n\na: 4')
  })

  it('shows facts, captions and calls to action', () => {
    const blocks: Block[] = [
      { type: 'facts', items: [{ label: 'a', value: 'b' }] },
      { type: 'callToAction', callToAction: { id: '', heading: 'H', links: [{ label: 'l', url: '/u' }] } },
    ]
    expect(toText(blocks)).toBe('a: b\n\nH\nl: /u')
  })
})

describe('firstSentences', () => {
  it('takes whole sentences of the first paragraph', () => {
    expect(
      firstSentences(body('# T\n\n- l\n\nOne is short. Two is too. Three is left out.\n\nNo.'), 30),
    ).toBe('One is short. Two is too.')
    expect(firstSentences('Ask Dr. Who, e.g. Now. Next one.', 24)).toBe('Ask Dr. Who, e.g. Now.')
  })

  it('cuts a long first sentence between words', () => {
    expect(firstSentences('alpha beta gamma delta', 13)).toBe('alpha beta…')
    expect(firstSentences('x'.repeat(300))).toBe(`${'x'.repeat(199)}…`)
  })

  it('never cuts a grapheme', () => {
    expect(firstSentences('👨‍👩‍👧'.repeat(9), 20)).toBe(`${'👨‍👩‍👧'.repeat(2)}…`)
    expect(firstSentences('e\u0301'.repeat(9), 6)).toBe(`${'e\u0301'.repeat(2)}…`)
  })

  it('is empty without a paragraph, and looks into quotes last', () => {
    expect(firstSentences(body('- a\n\n## b'))).toBe('')
    expect(firstSentences(body('> q.\n\np.'))).toBe('p.')
    expect(firstSentences(body('> q.'))).toBe('q.')
  })
})

it('wellFormed keeps tabs, lines and pairs, and nothing else below a space', () => {
  expect(wellFormed('a\t\r\n\u0000\u000b\u001f\u007f\u0085\ufffe\uffff\ud800b\udc00😀\u202e')).toBe(
    'a\t\r\nb😀\u202e',
  )
})
