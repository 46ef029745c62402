import { describe, expect, it } from 'vitest'
import type { Block, Inline, Mark } from './block.ts'
import { expand } from './expand.ts'
import { randomBody } from './random-body.fixture.ts'
import { toHtml } from './to-html.ts'

const text = (words: string, ...marks: Mark[]): Inline => ({ type: 'text', text: words, marks })
const paragraph = (...children: Inline[]): Block => ({ type: 'paragraph', children })
const image = {
  id: '1',
  url: 'https://x.org/a.jpg?b&c',
  width: 800,
  height: 450,
  alt: 'a "b" <c>',
  renditions: [],
}
const card = {
  id: 'faqs:1',
  type: 'faqs',
  slug: 'a',
  url: 'https://x.org/a',
  title: 'T & <t>',
  summary: 's',
  image: null,
}

describe('toHtml', () => {
  it.each<[string, Block, string]>([
    [
      'marks',
      paragraph(text('a', 'bold'), text('b', 'bold', 'italic'), text('<c>', 'code')),
      '<p><strong>a<em>b</em></strong><code>&lt;c&gt;</code></p>',
    ],
    [
      'sub, sup, u and s',
      paragraph(
        text('a', 'subscript'),
        text('b', 'superscript'),
        text('c', 'underline'),
        text('d', 'strikethrough'),
      ),
      '<p><sub>a</sub><sup>b</sup><u>c</u><s>d</s></p>',
    ],
    [
      'a heading',
      { type: 'heading', level: 2, id: 'a"b', children: [text('x')] },
      '<h2 id="a&quot;b">x</h2>',
    ],
    [
      'a list',
      {
        type: 'list',
        ordered: true,
        start: 3,
        items: [
          {
            children: [
              paragraph(text('a')),
              { type: 'list', ordered: false, items: [{ checked: true, children: [paragraph(text('b'))] }] },
            ],
          },
        ],
      },
      '<ol start="3">\n<li>a\n<ul>\n<li>☑ b</li>\n</ul></li>\n</ol>',
    ],
    [
      'a quote',
      { type: 'quote', attribution: 'A & B', role: 'C', children: [paragraph(text('q'))] },
      '<blockquote>\n<p>q</p>\n<footer><cite>A &amp; B</cite>, C</footer>\n</blockquote>',
    ],
    [
      'a callout',
      { type: 'callout', tone: 'tip', children: [paragraph(text('c'))] },
      '<aside class="callout callout-tip">\n<p>c</p>\n</aside>',
    ],
    [
      'code',
      { type: 'code', language: 'c"s x', code: '</code>\t&' },
      '<pre><code class="language-c&quot;s">&lt;/code&gt;\t&amp;</code></pre>',
    ],
    [
      'a picture',
      { type: 'image', image, caption: '<x>' },
      '<figure><img src="https://x.org/a.jpg?b&amp;c" width="800" height="450" alt="a &quot;b&quot; &lt;c&gt;"><figcaption>&lt;x&gt;</figcaption></figure>',
    ],
    [
      'FAQs',
      { type: 'faqs', heading: 'H', items: [{ ...card, html: '<p>a</p>', text: 'a', blocks: [] }] },
      '<section>\n<h2>H</h2>\n<h3>T &amp; &lt;t&gt;</h3>\n<p>a</p>\n</section>',
    ],
    [
      'cards',
      { type: 'cards', items: [card] },
      '<section>\n<ul>\n<li><a href="https://x.org/a">T &amp; &lt;t&gt;</a><br>s</li>\n</ul>\n</section>',
    ],
    [
      'facts',
      { type: 'facts', items: [{ label: 'a', value: '<b>' }] },
      '<dl>\n<dt>a</dt>\n<dd>&lt;b&gt;</dd>\n</dl>',
    ],
    [
      'a new tab',
      paragraph({ type: 'link', url: 'https://x.org', newTab: true, children: [text('a')] }),
      '<p><a href="https://x.org" target="_blank" rel="noopener">a</a></p>',
    ],
  ])('writes %s', (_, block, html) => expect(toHtml([block])).toBe(html))

  it('gives header cells their scope, and merged cells their span', () => {
    const cell = (more: object, words = 'x') => ({ ...more, children: [paragraph(text(words))] })
    const rows = [
      [cell({ header: true }), cell({ header: true, align: 'right' as const })],
      [cell({ header: true, rowSpan: 2 }), cell({ colSpan: 2 })],
    ]
    expect(toHtml([{ type: 'table', rows }])).toBe(
      '<table>\n<thead>\n<tr><th scope="col">x</th><th scope="col" style="text-align:right">x</th></tr>\n</thead>\n' +
        '<tbody>\n<tr><th scope="row" rowspan="2">x</th><td colspan="2">x</td></tr>\n</tbody>\n</table>',
    )
  })

  it('shows nothing for embeds and unknown blocks, and drops unsafe links that skipped expand', () => {
    const unknown = { type: 'hologram' } as never as Block
    const embed: Block = {
      type: 'embed',
      embed: { kind: 'caseStudyCard', caseStudy: { collection: 'x', ref: 1 } },
    }
    const link: Inline = { type: 'link', url: ' java\tscript:alert(1)', children: [text('a')] }
    expect(toHtml([unknown, embed, paragraph(link)])).toBe('<p>a</p>')
  })

  it('is well-formed and free of scripts for random bodies', { timeout: 60_000 }, () => {
    const nothing = () => null
    for (let seed = 1; seed <= 100; seed += 1) {
      const resolve = {
        base: 'https://x.org',
        image: nothing,
        faq: nothing,
        caseStudy: nothing,
        callToAction: nothing,
        url: nothing,
      }
      const html = toHtml(expand(randomBody(seed), resolve))
      const open: string[] = []
      for (const [, slash, tag = ''] of html.matchAll(/<(\/?)([a-z0-9]+)(?: [a-z]+="[^"<>]*")*>/g)) {
        if (slash) expect(open.pop()).toBe(tag)
        else if (!['br', 'hr', 'img'].includes(tag)) open.push(tag)
      }
      expect(open).toEqual([])
      const rest = html
        .replace(/<\/?[a-z0-9]+(?: [a-z]+="[^"<>]*")*>/g, '')
        .replace(/&(?:amp|lt|gt|quot);/g, '')
      expect(rest).not.toMatch(/[<>&]/)
    }
  })
})
