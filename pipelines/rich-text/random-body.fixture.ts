/** Bodies as our editor can produce them, from a seed: the same seed, the same body. For tests only. */
import type { Block, Inline, ListItem, Mark, TableCell } from './block.ts'

const pieces = [
  ...['word', 'x_y_z', ' ', '  ', '\t', '\n', '\u00a0', '\u202e', '\u200b', '\ufeff', '.', ',', '…', '“q”'],
  ...[
    '*',
    '**',
    '_',
    '~',
    '~~',
    '`',
    '``',
    '\\',
    '\\\\',
    '|',
    '||',
    '|---|',
    '|-|',
    ':-',
    '"',
    "'",
    '&',
    '$',
  ],
  ...['[', ']', '(', ')', '](', '!', '![', '[x]', '[ ] y', '[^1]', '{', '}', '<!--', '-->', '<b>', '<br>'],
  ...[
    '1. x',
    '2.',
    '1)',
    '- x',
    '+ y',
    '# x',
    '#',
    '> x',
    '>',
    '-',
    '---',
    '***',
    '=',
    '===',
    '&amp;',
    '&#x20;',
  ],
  ...['https://x.org/a', 'www.x.org', 'a@b.co', '<https://a.b>', 's:', '://', '10:30', ':', '::', ':::'],
  ...[
    ':u[a]',
    ':link[x]{href=y}',
    ':::quote',
    '::case-study{slug=a}',
    '😀',
    '👨‍👩‍👧',
    'שלום',
    '日本',
    'é',
    '\u{1d400}',
  ],
  ...[
    '🇩🇪',
    '🏳️‍🌈',
    '❤️',
    '👍🏽',
    'e\u0301',
    '\u200f',
    '\u2067שלום\u2069',
    'עברית (א)',
    '\u2028',
    '\u00ad',
    '\u0000',
  ],
  ...[
    '[^1]:',
    '[a]: /b',
    '<a@b.co>',
    '<!DOCTYPE>',
    '<?x?>',
    '&copy;',
    '&amp',
    '+ ',
    '1.',
    '0)',
    '====',
    '\\\n',
    '\\|',
  ],
  ...[
    'a__b__c',
    'x*y*z',
    '**',
    '***',
    '__',
    'http://[::1]/',
    'HTTPS://X.ORG',
    'ftp://a.b',
    'xmpp:a@b.co',
    '￿',
  ],
  'w'.repeat(300),
]
const marks: Mark[] = ['bold', 'italic', 'underline', 'strikethrough', 'code', 'subscript', 'superscript']
const addresses = [
  ...[
    'https://x.org/a_(b)?c=d&e=*f*',
    '/a b',
    '#frag',
    'mailto:a@b.co',
    'a|b',
    '../x/y.md',
    'foo"bar',
    "it's",
  ],
  ...[
    '/日本?q=א#ü',
    '😀',
    '/(a)(b)',
    '/a)b(',
    '/a\\)',
    '/%20%28',
    "/'a'",
    '/a&copy;b',
    'tel:+1',
    '?a=1&b=2',
    '/x#y_z_',
    'WWW.a.b',
  ],
  ...['<x>', 'a\\b', 'x:u[y]', 'https://é.org/ü', '((', '*', '&amp;', '%zz', 'http://x.org/`a`'],
]
const slugs = ['slug', '日本', 'a b', 'x_y', 'a.b', 'x(y)', '%', 'a#b', 'a/b', '*a*', '1-x', '-']
const codeLines = [
  'a',
  '\tb',
  '```',
  '~~~',
  '  ',
  '',
  ':::',
  ':::quote',
  '::::',
  '    x',
  '- a',
  '|',
  '````js',
]

/** One to five top-level blocks. Of `seed` the low 32 bits count. */
export function randomBody(seed: number): Block[] {
  const random = mulberry32(seed)
  const upTo = (limit: number) => Math.floor(random() * limit)
  const chance = (odds: number) => random() < odds
  const pick = <T>(list: readonly T[]): T => list[upTo(list.length)] as T
  const some = <T>(limit: number, make: () => T): T[] => Array.from({ length: 1 + upTo(limit) }, make)

  const words = () => some(4, () => pick(pieces)).join('')
  const text = (): Inline => ({
    type: 'text',
    text: words(),
    marks: chance(0.5) ? [] : some(3, () => pick(marks)),
  })
  const inline = (): Inline => (chance(0.15) ? { type: 'break' } : text())
  const link = (): Inline => ({
    type: 'link',
    ...(chance(0.3) ? { document: { collection: 'articles', ref: pick(slugs) } } : { url: pick(addresses) }),
    newTab: chance(0.3),
    children: some(2, inline),
  })
  const line = () => some(4, () => (chance(0.2) ? link() : inline()))
  const paragraph = (): Block => ({ type: 'paragraph', children: line() })
  /** `more`: what may stand in an item beside paragraphs and lists. */
  const list = (depth: number, more: (() => Block)[] = []): Block => {
    const [ordered, isCheck] = [chance(0.5), chance(0.2)]
    const item = (): ListItem => {
      const [first, below] = [paragraph(), () => (depth ? list(depth - 1, more) : paragraph())]
      const checked = isCheck && !ordered ? chance(0.5) : undefined
      if (chance(0.15))
        return { checked, children: [first, ...some(4, () => pick([paragraph, below, ...more])())] }
      return { checked, children: [first, ...(depth && chance(0.5) ? some(2, below) : [])] }
    }
    return { type: 'list', ordered, start: pick([undefined, 0, 3, 9, 99]), items: some(3, item) }
  }
  const body = () => some(3, () => (chance(0.6) ? paragraph() : list(1)))
  const align = () => pick([undefined, 'left', 'center', 'right'] as const)
  const table = (): Block => {
    const isPlain = chance(0.6)
    const columns = some(3, align)
    const row = (isHead: boolean) =>
      columns.map((column): TableCell => {
        if (isPlain) return { header: isHead, align: column, children: chance(0.1) ? [] : [paragraph()] }
        const spans = { colSpan: 1 + upTo(3), rowSpan: 1 + upTo(2) }
        return { header: chance(0.4), align: align(), ...spans, children: body() }
      })
    return { type: 'table', rows: [row(true), ...some(3, () => row(false))] }
  }
  const embed = (): Block => {
    const slug = (collection: string) => ({ collection, ref: pick(slugs) })
    const image = {
      collection: 'media',
      ref: pick(['../images/a b.png', 'x(1).jpg', '100%.png', 'a:b#c.png']),
    }
    return {
      type: 'embed',
      embed: pick([
        { kind: 'image', image, alt: words(), caption: words() } as const,
        { kind: 'faqList', heading: words(), faqs: some(3, () => slug('faqs')) } as const,
        { kind: 'caseStudyCard', caseStudy: slug('case-studies') } as const,
        { kind: 'callToAction', callToAction: slug('calls-to-action') } as const,
      ]),
    }
  }
  const code = (): Block => ({
    type: 'code',
    language: pick([undefined, 'ts', 'c++', 'c sharp', 'a`b', 'x&amp;']),
    code: some(4, () => pick(codeLines)).join('\n'),
  })
  const others = [
    ...[table, code, embed],
    (): Block => ({ type: 'heading', level: pick([2, 3, 4, 5, 6] as const), children: line() }),
    (): Block => ({ type: 'quote', children: [paragraph()] }),
    (): Block => ({ type: 'quote', attribution: words(), role: words(), children: body() }),
    (): Block => ({ type: 'callout', tone: pick(['info', 'tip', 'warning'] as const), children: body() }),
    (): Block => ({ type: 'divider' }),
  ]
  const makers = [...[paragraph, paragraph, () => list(3), () => list(2, others)], ...others]
  return some(5, () => pick(makers)())
}

function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
