import { describe, expect, it } from 'vitest'
import { DRAWING_NAME } from '../../../media/cards/drawing.ts'
import {
  deepFreeze,
  heading,
  list,
  makeImage,
  makeItem,
  makePerson,
  nastyItems,
  paragraph,
} from '../../../tests/fixtures/items.ts'
import { makeSite, site } from '../../../tests/fixtures/site.ts'
import { toAlt, toCard } from './card.ts'
import { toCarousel } from './carousel.ts'
import { drawingsOf, toDocument, toPictures } from './pictures.ts'

const KEY = 'c'.repeat(32)
const file = (preset: '1x1' | 'social', width: number, height: number) => ({
  preset,
  format: 'jpeg' as const,
  url: `https://cms.example.com/media/${KEY}-${preset}.jpg`,
  width,
  height,
  bytes: 1,
})
const bare = (overrides = {}) => makeItem({ image: null, ...overrides })
const nameOf = (url = '') => url.slice(url.lastIndexOf('/') + 1)

describe('toPictures', () => {
  it('takes the item’s own picture: what is there already, and a square cut from what is cut around its focal point', () => {
    const image = makeImage({ renditions: [file('social', 1200, 627), file('1x1', 1200, 1200)] })
    const item = makeItem({ image })
    const [landscape, square] = toPictures(item, site)
    expect(landscape).toEqual({ url: image.renditions[0]?.url, width: 1200, height: 627, alt: image.alt })
    expect(square).toMatchObject({ width: 1080, height: 1080, alt: image.alt })
    expect(square?.url).toMatch(
      /^https:\/\/cms\.example\.com\/media\/cards\/articles\/k3v9x1\/[0-9a-f]{32}-square\.jpg$/,
    )
    const drawing = drawingsOf(item, site).get(nameOf(square?.url))
    expect(drawing).toEqual({ kind: 'crop', size: 'square', source: `${KEY}-1x1.jpg` })
  })

  it('has a card where there is no picture, with its words as alternative text', () => {
    const pictures = toPictures(bare(), site)
    expect(pictures.map(({ width, height }) => [width, height])).toEqual([
      [1200, 627],
      [1080, 1080],
    ])
    for (const { url, alt } of pictures) {
      expect(drawingsOf(bare(), site).get(nameOf(url))?.kind).toBe('card')
      expect(alt).toBe(
        'Article · Core MES / MOM. How great MES leaders win over the plant. Daniel Langley. Plant & People.',
      )
    }
  })

  it('has other addresses for other words, and the same for the same', () => {
    const urls = (item = bare(), of = site) => toPictures(item, of).map(({ url }) => url)
    expect(urls(deepFreeze(bare({ updatedAt: '2030-01-01T00:00:00.000Z', text: 'x' })))).toEqual(urls())
    const others = [
      urls(bare({ title: 'Another' })),
      urls(bare({ authors: [makePerson('Somebody Else')] })),
      urls(bare(), makeSite({ title: 'Another' })),
      urls(bare(), { ...site, linkedin: { accent: '#aa0000' } } as never),
    ]
    expect(new Set([urls(), ...others].flat()).size).toBe(10)
  })

  it('stands every nasty input', () => {
    for (const item of nastyItems().flatMap((one) => [one, { ...one, image: null }])) {
      for (const { url, alt, width } of toPictures(deepFreeze(item), site)) {
        expect(width).toBeGreaterThan(1000)
        expect(alt.length).toBeGreaterThan(0)
        expect(alt.length).toBeLessThanOrEqual(1000)
        expect(encodeURI(decodeURI(url))).toBe(url)
      }
      for (const [name, drawing] of drawingsOf(item, site)) {
        expect(name).toMatch(DRAWING_NAME)
        const written = JSON.stringify(drawing)
        expect(written).not.toMatch(/[\u202a-\u202e\u2066-\u2069]|\\u(?:00|d[89a-f])|undefined|\[object/)
        expect(written.length).toBeLessThan(12_000)
      }
    }
  })
})

describe('toCard', () => {
  const card = (overrides: object, of = site) => toCard(bare(overrides), of, 'landscape')

  it('asks the question of a FAQ, and explains a term', () => {
    expect(card({ type: 'faqs', title: 'Do roots break pipes?' })).toMatchObject({
      look: 'question',
      text: '',
    })
    expect(toAlt(card({ type: 'faqs', title: 'Do roots break pipes?' }))).toMatch(
      /^Question .*pipes\? Daniel/,
    )
    const term = card({ type: 'glossary-terms', fields: { category: { name: 'Water' } } })
    expect(term).toMatchObject({ kicker: 'Glossary · Water', text: bare().summary })
  })

  it('puts the figures of a case study first, at most three, none of them a sentence', () => {
    const metrics = ['−4 °C', 'far cooler than anybody in town would have thought', '38 %', '1,140', '7'].map(
      (value) => ({
        value,
        label: 'of it',
      }),
    )
    const made = card({ type: 'case-studies', fields: { client: 'Sundholt', metrics } })
    expect([made.look, made.kicker]).toEqual(['figures', 'Case study · Sundholt'])
    expect(made.figures.map(({ value }) => value)).toEqual(['−4 °C', '38 %', '1,140'])
    expect(toAlt(made)).toMatch('−4 °C of it. 38 % of it.')
  })

  it('gives level and pay of a role, with their basis', () => {
    const pay = {
      currency: 'USD',
      period: 'year',
      low: 129_000,
      high: 209_000,
      median: 164_000,
      asOf: '2026-01-01',
    }
    const fields = { level: { code: 'M4', name: 'Director' }, family: { name: 'Engineering' }, pay }
    expect(card({ type: 'role-profiles', fields }).figures).toEqual([
      { value: 'M4', label: 'Director' },
      { value: '$129k–$209k', label: 'Pay in USD a year, 2026-01-01' },
      { value: '$164k', label: 'Median' },
    ])
    expect(card({ type: 'role-profiles', fields: { ...fields, pay: null } }).look).toBe('plain')
  })

  it('has words of ours on English sites only', () => {
    expect(card({}, makeSite({ language: 'ja' })).kicker).toBe('Core MES / MOM')
    expect(card({ topics: [] }, makeSite({ language: 'de' })).kicker).toBe('')
  })

  it('makes an accent readable, and takes no other colour', () => {
    const accentOf = (accent: unknown) => card({}, { ...site, linkedin: { accent } } as never).sender.accent
    expect(accentOf('#123456')).toBe('#123456')
    expect(accentOf('#fd0')).toMatch(/^#[0-9a-f]{6}$/)
    expect(accentOf('#ffdd00')).not.toBe('#ffdd00')
    expect(accentOf('red; x')).toBe(accentOf(undefined))
  })
})

describe('toCarousel', () => {
  const bold = (words: string, rest: string) => ({
    children: [
      {
        type: 'paragraph' as const,
        children: [
          { type: 'text' as const, text: words, marks: ['bold' as const] },
          { type: 'text' as const, text: rest },
        ],
      },
    ],
  })

  it('gives an idea of the longest list a page each, title apart from words', () => {
    const blocks = [
      list('a', 'b'),
      heading('What to ask'),
      list(
        bold('Water.', ' Fifty litres a week.'),
        'Soil: dig first. Then ask.',
        'Who cares? Somebody must.',
      ),
      paragraph('The end.'),
    ]
    const carousel = toCarousel(bare({ blocks }), site)
    expect(carousel?.pages).toEqual([
      { mark: '1', title: 'Water', text: 'Fifty litres a week.', current: false },
      { mark: '2', title: 'Soil', text: 'dig first. Then ask.', current: false },
      { mark: '3', title: 'Who cares?', text: 'Somebody must.', current: false },
    ])
    expect(carousel?.closing).toEqual({
      title: bare().title,
      address: 'example.com/articles/local-champions',
      url: bare().url,
    })
    expect(toDocument(bare({ blocks }), site)).toEqual({
      url: expect.stringMatching(/\/media\/cards\/articles\/k3v9x1\/[0-9a-f]{32}-carousel\.pdf$/),
      pages: 5,
    })
  })

  it('is a ladder for a role, the role’s own rung marked', () => {
    const ladder = ['M3', 'M4', 'M5'].map((code) => ({
      code,
      name: `Level ${code}`,
      current: code === 'M4',
      guidelines: { knowledgeAndApplication: 'Knows it. Applies it.' },
    }))
    const carousel = toCarousel(bare({ type: 'role-profiles', fields: { ladder } }), site)
    expect(carousel?.pages.map(({ mark, current }) => [mark, current])).toEqual([
      ['M3', false],
      ['M4', true],
      ['M5', false],
    ])
    expect(carousel?.pages[0]).toMatchObject({ title: 'Level M3', text: 'Knows it. Applies it.' })
  })

  it('is none with fewer than three ideas, and has at most twelve', () => {
    expect(toDocument(bare({ blocks: [list('a', 'b')] }), site)).toBeNull()
    expect(toDocument(bare(), site)).toBeNull()
    const many = list(...Array.from({ length: 40 }, (_, index) => `Idea ${index}`))
    expect(toCarousel(bare({ blocks: [many] }), site)?.pages).toHaveLength(12)
  })
})
