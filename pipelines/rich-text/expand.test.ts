import { describe, expect, it } from 'vitest'
import type { Block, Inline } from './block.ts'
import { documentsIn, mapDocuments } from './documents.ts'
import { expand, type Resolver } from './expand.ts'

const text = (words: string): Inline => ({ type: 'text', text: words })
const heading = (words: string): Block => ({ type: 'heading', level: 2, children: [text(words)] })
const paragraph = (...children: Inline[]): Block => ({ type: 'paragraph', children })
const card = { id: 'x:1', type: 'x', slug: 's', url: 'https://x.org/s', title: 'T', summary: '', image: null }
const image = { id: '1', url: 'https://x.org/i', width: 1, height: 1, alt: 'own', renditions: [] }
const resolver: Resolver = {
  base: 'https://x.org',
  pageUrl: 'https://x.org/page',
  image: (ref) => (ref === 1 ? image : null),
  faq: (ref) => (ref === 1 ? { ...card, html: '', text: '', blocks: [] } : null),
  caseStudy: (ref) => (ref === 1 ? card : null),
  callToAction: (ref) =>
    ref === 1
      ? {
          id: '1',
          heading: 'H\u0000',
          links: [
            { label: 'a', url: '/b' },
            { label: 'c', url: 'javascript:d' },
          ],
        }
      : null,
  url: ({ collection, ref }) => (ref === 1 ? `https://x.org/${collection}/${ref}` : null),
}
const at = (collection: string, ref: number) => ({ collection, ref })
const embeds = (ref: number): Block[] => [
  { type: 'embed', embed: { kind: 'image', image: at('media', ref), alt: 'given', caption: 'c' } },
  { type: 'embed', embed: { kind: 'faqList', heading: 'h', faqs: [at('faqs', ref), at('faqs', 2)] } },
  { type: 'embed', embed: { kind: 'caseStudyCard', caseStudy: at('case-studies', ref) } },
  { type: 'embed', embed: { kind: 'callToAction', callToAction: at('calls-to-action', ref) } },
]
const linked = (ref: number): Block =>
  paragraph({ type: 'link', document: at('articles', ref), newTab: true, children: [text('w')] })

describe('expand', () => {
  it('shows what is public', () => {
    expect(expand(embeds(1), resolver)).toEqual([
      { type: 'image', image: { ...image, alt: 'given' }, caption: 'c' },
      { type: 'faqs', heading: 'h', items: [{ ...card, html: '', text: '', blocks: [] }] },
      { type: 'cards', items: [card] },
      {
        type: 'callToAction',
        callToAction: { id: '1', heading: 'H', links: [{ label: 'a', url: 'https://x.org/b' }] },
      },
    ])
    expect(expand([linked(1)], resolver)).toEqual([
      paragraph({ type: 'link', url: 'https://x.org/articles/1', newTab: true, children: [text('w')] }),
    ])
  })

  it('leaves out what is not, and keeps the words of its links', () => {
    expect(expand([...embeds(3), linked(3)], resolver)).toEqual([paragraph(text('w'))])
    const unsafe: Inline = { type: 'link', url: 'javascript:x', children: [text('b')] }
    expect(expand([paragraph(text('a'), unsafe)], resolver)).toEqual([paragraph(text('ab'))])
    const fragment: Inline = { type: 'link', url: '#f', children: [text('b')] }
    expect(expand([paragraph(fragment)], resolver)).toMatchObject([
      { children: [{ url: 'https://x.org/page#f' }] },
    ])
  })

  it('gives headings unique ids in any script', () => {
    const ids = (words: string[]) =>
      expand(words.map(heading), resolver).map((block) => 'id' in block && block.id)
    expect(ids(['A & B!', 'a b', 'A-B 2', 'a b', '何か 新しい', 'Cafe\u0301', '😀', 'section'])).toEqual([
      ...['a-b', 'a-b-2', 'a-b-2-2', 'a-b-3', '何か-新しい', 'café', 'section', 'section-2'],
    ])
  })

  it('makes every string well-formed and leaves its input alone', () => {
    const body = Object.freeze([heading('a\u0000b\ud800'), { type: 'code', code: '\u0007\tx' } as const])
    expect(expand(body, resolver)).toMatchObject([{ children: [{ text: 'ab' }] }, { code: '\tx' }])
  })
})

describe('documents', () => {
  it('are found once each, in the order of the text', () => {
    const inside: Block = { type: 'list', ordered: false, items: [{ children: [linked(5)] }] }
    expect(documentsIn([inside, ...embeds(1), linked(5)])).toEqual([
      ...[at('articles', 5), at('media', 1), at('faqs', 1), at('faqs', 2)],
      ...[at('case-studies', 1), at('calls-to-action', 1)],
    ])
  })

  it('are replaced everywhere, and dropped for null', () => {
    const body = [...embeds(1), linked(1)]
    const mapped = mapDocuments(body, ({ collection, ref }) => ({ collection, ref: `slug-${ref}` }))
    expect(documentsIn(mapped).map(({ ref }) => ref)).toEqual([
      'slug-1',
      'slug-1',
      'slug-2',
      'slug-1',
      'slug-1',
      'slug-1',
    ])
    expect(mapDocuments(body, () => null)).toEqual([paragraph(text('w'))])
  })
})
