import { describe, expect, it } from 'vitest'
import { fromLexical } from './from-lexical.ts'

const text = (words: string, format = 0) => ({ type: 'text', text: words, format })
const state = (...children: unknown[]) => ({ root: { type: 'root', children } })
const block = (fields: object) => state({ type: 'block', fields })
const words = (value: string) => ({ type: 'paragraph', children: [{ type: 'text', text: value }] })

describe('fromLexical', () => {
  it('merges text of equal marks and orders the marks', () => {
    expect(
      fromLexical(state({ type: 'paragraph', children: [text('a', 18), text('b', 18), text('c', 128)] })),
    ).toEqual([
      {
        type: 'paragraph',
        children: [
          { type: 'text', text: 'ab', marks: ['italic', 'code'] },
          { type: 'text', text: 'c' },
        ],
      },
    ])
  })

  it.each([
    ['a bare id', 7],
    ['a document', { id: 7, slug: 'x' }],
    ['a polymorphic value', { relationTo: 'media', value: { id: 7 } }],
  ])('reads %s in a relationship', (_, image) => {
    expect(fromLexical(block({ blockType: 'image', image, alt: 'a', caption: '' }))).toEqual([
      { type: 'embed', embed: { kind: 'image', image: { collection: 'media', ref: 7 }, alt: 'a' } },
    ])
  })

  it('shows nothing for a card whose document is not chosen', () => {
    expect(fromLexical(block({ blockType: 'caseStudyCard' }))).toEqual([])
    expect(fromLexical(block({ blockType: 'faqList', faqs: null }))).toEqual([])
  })

  it('reads links of both kinds, also automatic ones, and unwraps one without a target', () => {
    const link = (type: string, fields: object) => ({ type, fields, children: [text('x')] })
    const children = [
      link('link', { linkType: 'internal', doc: { relationTo: 'faqs', value: { id: 'a' } }, newTab: true }),
      link('autolink', { linkType: 'custom', url: 'https://a.b' }),
      link('link', { linkType: 'internal', doc: null }),
    ]
    expect(fromLexical(state({ type: 'paragraph', children }))).toMatchObject([
      {
        children: [
          { document: { collection: 'faqs', ref: 'a' }, newTab: true },
          { url: 'https://a.b' },
          { type: 'text', text: 'x' },
        ],
      },
    ])
  })

  it('keeps the words of nodes that it does not know', () => {
    const unknown = {
      type: 'collapsible',
      children: [{ type: 'paragraph', children: [text('a')] }, text('b')],
    }
    expect(fromLexical(state(unknown))).toEqual([words('a'), words('b')])
    const mark = { type: 'highlight', children: [text('b')] }
    expect(fromLexical(state({ type: 'paragraph', children: [text('a'), mark, text('c')] }))).toEqual([
      words('abc'),
    ])
    const banner = {
      blockType: 'banner',
      id: '1',
      title: 'a',
      body: state({ type: 'paragraph', children: [text('b')] }),
    }
    expect(fromLexical(block(banner))).toEqual([words('a'), words('b')])
  })

  it.each([
    null,
    undefined,
    'x',
    7,
    [],
    {},
    { root: null },
    { root: { children: 'x' } },
    { root: { children: [null, 1, {}] } },
  ])('gives an empty body for %j', (broken) => expect(fromLexical(broken)).toEqual([]))

  it('drops empty paragraphs and the spaces at the ends of bold words', () => {
    const children = [text('a', 1), text(' b ', 1), text('c')]
    expect(fromLexical(state({ type: 'paragraph', children: [] }, { type: 'paragraph', children }))).toEqual([
      {
        type: 'paragraph',
        children: [
          { type: 'text', text: 'a b', marks: ['bold'] },
          { type: 'text', text: ' c' },
        ],
      },
    ])
  })
})
