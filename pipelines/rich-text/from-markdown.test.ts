import { describe, expect, it } from 'vitest'
import type { Block } from './block.ts'
import { fromMarkdown } from './from-markdown.ts'
import { toMarkdown } from './to-markdown.ts'

const blocks = (markdown: string) => fromMarkdown(markdown).blocks
const again = (markdown: string) => toMarkdown(blocks(markdown))
const words = (value: string): Block => ({ type: 'paragraph', children: [{ type: 'text', text: value }] })

describe('prose', () => {
  it.each([
    'At 10:30 the ratio was 3:1, foo:bar and a:b (c) too.\n',
    'Read more:this [page](/a): it is `x:u[y]` :-)\n',
    ':name and :tip{a=b}, then : and :: and std::vector.\n',
    'A list:\n\n- one\n- two\n  1. deep\n\n10. ten\n11. eleven\n',
    '| a | b |\n| - | -: |\n| 1 | 2 |\n',
    '```ts\nconst a = 1\n```\n\n---\n\n> quote\n>\n> more\n',
    'H:sub[2]O, x:sup[2], :u[under], ~~gone~~, *a* **b** ***c***\n',
    ':::quote{attribution="Ann Ex" role="Editor"}\nWords.\n:::\n\n::case-study{slug="x"}\n\n::call-to-action{slug="y"}\n',
    ':::callout{tone="tip"}\nWords.\n:::\n\n:::faqs{heading="Ask"}\n- one\n- two\n:::\n\n![alt](../images/a.png "Caption")\n',
    ':link[words]{href="https://x.org/" newTab} and [doc](../articles/slug.md)\n',
  ])('comes back as it was: %j', (markdown) => {
    expect(fromMarkdown(markdown).problems).toEqual([])
    expect(again(markdown)).toBe(markdown)
  })

  it.each([
    'See www.example.org, http://example.org/a_b and HTTPS://Example.org.\n',
    'Words_with_lines +1 a.b-c, hhh www wwww.x and :u[under] https://x.org/~~a~~\n',
    '- [link](http://x.org)\n- www.x.org\n\n| www.a.org | h |\n| - | - |\n| `w` | http |\n',
  ])('is read the same without an e-mail address as beside one: %j', (markdown) => {
    expect(blocks(`${markdown}\na@b.org\n`).slice(0, -1)).toEqual(blocks(markdown))
  })

  it('takes links next to a colon as links, and attributes without quotes', () => {
    expect(blocks('see:this[page](/a)')).toMatchObject([{ children: [{ text: 'see:this' }, { url: '/a' }] }])
    expect(blocks(':::callout{tone=tip}\na\n:::')).toMatchObject([{ type: 'callout', tone: 'tip' }])
  })

  it('joins soft breaks, resolves reference links, lowers the top heading, fills short rows', () => {
    expect(blocks('a\nb')).toEqual([words('a b')])
    expect(blocks('[a][x]\n\n[x]: /b')).toMatchObject([{ children: [{ type: 'link', url: '/b' }] }])
    expect(blocks('# a')).toMatchObject([{ type: 'heading', level: 2 }])
    expect(blocks('| a | b |\n| - | - |\n| c |')).toMatchObject([{ rows: [{}, { length: 2 }] }])
  })

  it('lifts pictures out of text, and decodes their paths', () => {
    expect(blocks('a ![b](../images/c%20d.png) e')).toEqual([
      words('a'),
      {
        type: 'embed',
        embed: { kind: 'image', image: { collection: 'media', ref: '../images/c d.png' }, alt: 'b' },
      },
      words('e'),
    ])
  })

  it('knows the folder of a link beside the file', () => {
    expect(fromMarkdown('[a](b.md)', { collection: 'faqs' }).blocks).toMatchObject([
      { children: [{ document: { collection: 'faqs', ref: 'b' } }] },
    ])
  })
})

describe('problems', () => {
  it.each([
    ['a\n\n<div>b</div>', 3, /HTML is not supported/, 'a\n\n\\<div>b\\</div>\n'],
    ['a <b>c</b>', 1, /HTML is not supported/, 'a \\<b>c\\</b>\n'],
    ['![a](https://x.org/y.png)', 1, /download it/, '[a](https://x.org/y.png)\n'],
    ['![a](data:image/png;base64,x)', 1, /download it/, 'a\n'],
    ['a\n\n:::quote{role="a "b""}\nc\n:::', 3, /what follows its name cannot be read.*&quot;/, null],
    ['a\n\n:::quot\nb', 3, /did you mean ":::quote"/, null],
    ['::quote{role=x}', 1, /did you mean ":::quote"/, null],
    ['::casestudy{slug=x}', 1, /did you mean "::case-study"/, null],
    [':::gallery{x=y}\na\n:::', 1, /no block that is known/, null],
    [':::callout{tone=loud}\na\n:::', 1, /Unknown tone "loud"/, ':::callout{tone="info"}\na\n:::\n'],
    [':::quote{by=x}\na\n:::', 1, /no attribute "by"/, '> a\n'],
    [':::quote\na', 1, /never closed/, '> a\n'],
    ['::case-study', 1, /names no document/, ''],
    [':::faqs\ntext\n:::', 2, /list of slugs/, ''],
    ['a[^1]\n\n[^1]: b', 1, /Footnotes/, 'a\\[^1]\n\nb\n'],
    ['[![a](b.png)](/c)', 1, /picture cannot be a link/, '![a](b.png)\n'],
    ['[a](/b "c")', 1, /title of a link/, '[a](/b)\n'],
    ['[a](../faqs/b.md#c)', 1, /whole document/, '[a](../faqs/b.md)\n'],
  ] as const)('names the line of %j', (markdown, line, message, kept) => {
    const { problems } = fromMarkdown(markdown)
    expect(problems[0]).toMatchObject({ line, message: expect.stringMatching(message) })
    if (kept !== null) expect(again(markdown)).toBe(kept)
    expect(fromMarkdown(markdown, { line: 10 }).problems[0]?.line).toBe(line + 9)
  })

  it('never throws, whatever the text', () => {
    const nasty = [
      '\0',
      '\ud800',
      ':::'.repeat(99),
      '['.repeat(500),
      '> '.repeat(99),
      '|'.repeat(50),
      '\ufeff',
      '\r\r\n',
    ]
    for (const text of nasty) expect(() => again(text)).not.toThrow()
  })
})

describe('published blocks', () => {
  const item = { id: 'faqs:1', type: 'faqs', slug: 'a', url: 'https://x.org/a', summary: 's', image: null }
  it('read as plain Markdown', () => {
    const image = { id: '1', url: 'https://x.org/i.jpg', width: 1, height: 1, alt: 'alt', renditions: [] }
    const markdown = toMarkdown([
      { type: 'image', image, caption: 'cap "x"' },
      {
        type: 'faqs',
        heading: 'Ask',
        items: [{ ...item, title: 'Why?', html: '', text: '', blocks: [words('So.')] }],
      },
      { type: 'cards', items: [{ ...item, title: 'Card' }] },
      {
        type: 'callToAction',
        callToAction: { id: '1', heading: 'Go', text: 'Now', links: [{ label: 'L', url: '/l' }] },
      },
      { type: 'facts', items: [{ label: 'Pay', value: '1*2' }] },
    ])
    expect(markdown).toBe(
      '![alt](https://x.org/i.jpg "cap \\"x\\"")\n\n## Ask\n\n### Why?\n\nSo.\n\n- [Card](https://x.org/a): s\n\n' +
        '**Go**\n\nNow\n\n- [L](/l)\n\n* **Pay:** 1\\*2\n',
    )
  })

  it('has no directives for readers who asked for plain Markdown', () => {
    const markdown = toMarkdown(
      blocks(
        ':::quote{attribution=A}\n:u[q]\n:::\n\n:::callout\nH:sub[2]O :link[x]{href="/y" newTab}\n:::\n\n' +
          ':::::table\n::::row\n:::cell{colspan=2}\na\n\n- b\n- `c\\|d`\n:::\n::::\n:::::',
      ),
      { plain: true },
    )
    expect(markdown).toBe(
      '> q\n>\n> — A\n\n> H2O [x](/y)\n\n| | |\n| - | - |\n| a<br>• b<br>• c\\\\\\|d | |\n',
    )
  })
})
