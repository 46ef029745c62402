import { describe, expect, it } from 'vitest'
import type { Block } from './block.ts'
import { fromLexical } from './from-lexical.ts'
import { fromMarkdown } from './from-markdown.ts'
import { toLexical } from './to-lexical.ts'
import { toMarkdown } from './to-markdown.ts'

const counter = () => {
  let count = 0
  return () => (count++).toString(16).padStart(24, '0')
}
const convert = (markdown: string) =>
  toLexical(fromMarkdown(markdown).blocks, { nextId: counter() }).root.children
const viaEditor = (markdown: string) => toMarkdown(fromLexical(toLexical(fromMarkdown(markdown).blocks)))

const text = (words: string, format = 0) => ({
  type: 'text',
  version: 1,
  text: words,
  format,
  detail: 0,
  mode: 'normal',
  style: '',
})
const element = { version: 1, direction: null, format: '', indent: 0 }

describe('toLexical', () => {
  it('writes paragraphs as the editor exports them', () => {
    expect(convert('*a* **b**\\\nc')).toEqual([
      {
        ...element,
        type: 'paragraph',
        textFormat: 2,
        textStyle: '',
        children: [text('a', 2), text(' '), text('b', 1), { type: 'linebreak', version: 1 }, text('c')],
      },
    ])
  })

  it('writes links with id, version and fields of their kind', () => {
    const [{ children }] = convert('[a](/b)[c](../faqs/d.md):link[e]{href="/f" newTab}') as never as [
      { children: unknown[] },
    ]
    const base = { ...element, type: 'link', version: 3 }
    expect(children).toEqual([
      {
        ...base,
        id: '0'.repeat(24),
        fields: { linkType: 'custom', newTab: false, url: '/b' },
        children: [text('a')],
      },
      {
        ...base,
        id: `${'0'.repeat(23)}1`,
        fields: { linkType: 'internal', newTab: false, doc: { relationTo: 'faqs', value: 'd' } },
        children: [text('c')],
      },
      {
        ...base,
        id: `${'0'.repeat(23)}2`,
        fields: { linkType: 'custom', newTab: true, url: '/f' },
        children: [text('e')],
      },
    ])
  })

  it('nests a list in an item of its own that does not count', () => {
    const list = { ...element, type: 'list', listType: 'number', tag: 'ol' }
    const item = { ...element, type: 'listitem' }
    expect(convert('3. a\n   1. b\n4. c')).toEqual([
      {
        ...list,
        start: 3,
        children: [
          { ...item, value: 3, children: [text('a')] },
          {
            ...item,
            value: 4,
            children: [
              { ...list, start: 1, children: [{ ...item, indent: 1, value: 1, children: [text('b')] }] },
            ],
          },
          { ...item, value: 4, children: [text('c')] },
        ],
      },
    ])
  })

  it('writes check lists with a state on every item', () => {
    const [list] = convert('- [x] a\n- [ ] b')
    expect(list).toMatchObject({
      listType: 'check',
      tag: 'ul',
      children: [{ checked: true }, { checked: false }],
    })
  })

  it('tells header rows from header columns and keeps alignment on the paragraphs', () => {
    const header = { header: true, children: [] }
    const body: Block[] = [
      {
        type: 'table',
        rows: [
          [header, { ...header, align: 'right' }],
          [header, { children: [] }],
        ],
      },
    ]
    expect(toLexical(body).root.children).toMatchObject([
      {
        type: 'table',
        children: [
          {
            children: [
              { headerState: 3, colSpan: 1, rowSpan: 1 },
              { headerState: 1, children: [{ format: 'right' }] },
            ],
          },
          { children: [{ headerState: 2 }, { headerState: 0, children: [{ type: 'paragraph' }] }] },
        ],
      },
    ])
  })

  it('writes a plain quote natively and one with a source as a block', () => {
    const [plain, block] = convert('> a\n\n:::quote{attribution="B"}\nc\n:::')
    expect(plain).toEqual({ ...element, type: 'quote', children: [text('a')] })
    expect(block).toMatchObject({
      type: 'block',
      version: 2,
      format: '',
      fields: { id: '0'.repeat(24), blockName: '', blockType: 'quote', attribution: 'B' },
    })
  })

  it('gives an empty body one empty paragraph, as the editor needs', () => {
    expect(toLexical([]).root.children).toMatchObject([{ type: 'paragraph', children: [] }])
    expect(fromLexical(toLexical([]))).toEqual([])
  })

  it('keeps two lists of one kind apart, which the editor would merge', () => {
    expect(convert('- a\n\n* b').map(({ type }) => type)).toEqual(['list', 'paragraph', 'list'])
  })

  it('makes random ids of 24 hexadecimal characters', () => {
    const [code] = toLexical([{ type: 'code', code: '' }]).root.children
    expect(code).toMatchObject({ fields: { id: expect.stringMatching(/^[0-9a-f]{24}$/) } })
  })
})

describe('what stands in a list item', () => {
  it('stays there: code, dividers, quotes, headings and tables', () => {
    const markdown =
      '1. a\n\n   ```\n   x\n   ```\n\n2. b\n\n   - c\n\n     ---\n\n   - d\n\n3. > e\n\n   ## f\n\n   | g |\n   | - |\n   | h |\n'
    expect(viaEditor(markdown)).toBe(markdown)
  })

  it('stays in its order: paragraphs before, between and after lists and code', () => {
    const markdown = '- a\n\n  b\n\n  - c\n\n    d\n\n  e\n\n  ```\n  f\n  ```\n\n  g\n\n  1. h\n\n- i\n'
    expect(viaEditor(markdown)).toBe(markdown)
  })

  it('is words and lines in one item of the editor, which merges paragraphs there', () => {
    expect(convert('1. a\n\n   b\n   - c\n2. d')).toMatchObject([
      {
        children: [
          {
            value: 1,
            children: [text('a'), { type: 'linebreak' }, { type: 'linebreak' }, text('b')],
          },
          { value: 2, children: [{ type: 'list' }] },
          { value: 2, children: [text('d')] },
        ],
      },
    ])
  })
})

describe('what the editor cannot nest', () => {
  it('is lifted out of a list in a callout, which goes on with the right number', () => {
    const callout = (inside: string) => `:::callout{tone="tip"}\n${inside}\n:::\n`
    expect(viaEditor(callout('1. a\n\n   ```\n   x\n   ```\n2. b\n\n   c\n   - d'))).toBe(
      `${callout('1. a')}\n\`\`\`\nx\n\`\`\`\n\n${callout('2. b\n\n   c\n\n   - d')}`,
    )
  })

  it('is lifted out of a quote, whose source stays with its end', () => {
    expect(viaEditor(':::quote{attribution="A"}\nb\n\n```\nx\n```\n\nc\n:::')).toBe(
      '> b\n\n```\nx\n```\n\n:::quote{attribution="A"}\nc\n:::\n',
    )
  })

  it('loses no word: headings, quotes and paragraphs in items of a quote', () => {
    expect(viaEditor('> - a\n>\n>   b\n>\n>   > c\n> - # d\n> - 1. e')).toBe(
      '> - a\n>\n>   b\n\n> c\n\n> - **d**\n>   1. e\n',
    )
  })
})
