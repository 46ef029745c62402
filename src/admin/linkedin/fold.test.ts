import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { beforeFold, FOLDS, toParts } from './fold.ts'

const family = '👨‍👩‍👧‍👦'
const textsOf = (parts: ReturnType<typeof toParts>) => parts.map((part) => ('text' in part ? part.text : ''))

describe('beforeFold', () => {
  it('shows a text of exactly so many units whole', () => {
    expect(beforeFold('a'.repeat(140), 'phone')).toHaveLength(140)
    expect(beforeFold('a'.repeat(211), 'desktop')).toHaveLength(210)
  })

  it('leaves out a family that the fold would split, and the space before it', () => {
    const start = 'a'.repeat(137)
    expect(beforeFold(`${start} ${family} and more`, 'phone')).toBe(start)
  })
})

describe('toParts', () => {
  it('finds links, hashtags and people', () => {
    const text = 'Ann Lee grows #1 C# roots.\n\nhttps://a.example/x?y#z\n\n#Roots #生産管理'
    expect(toParts(text, ['Ann Lee', 'Nobody'], false)).toEqual([
      { kind: 'mention', text: 'Ann Lee' },
      { kind: 'plain', text: ' grows #1 C# roots.\n\n' },
      { kind: 'link', text: 'https://a.example/x?y#z' },
      { kind: 'plain', text: '\n\n' },
      { kind: 'hashtag', text: '#Roots' },
      { kind: 'plain', text: ' ' },
      { kind: 'hashtag', text: '#生産管理' },
    ])
  })

  it('marks where phones and desktops fold, only in what is long enough', () => {
    const kinds = (units: number) => toParts('a'.repeat(units), [], true).map(({ kind }) => kind)
    expect(kinds(140)).toEqual(['plain'])
    expect(kinds(141)).toEqual(['plain', 'phone', 'plain'])
    expect(kinds(211)).toEqual(['plain', 'phone', 'plain', 'desktop', 'plain'])
    const [first] = toParts('a'.repeat(300), [], true)
    expect(first).toEqual({ kind: 'plain', text: 'a'.repeat(FOLDS.phone) })
  })

  it('loses nothing, whatever is written', () => {
    const words = fc.array(
      fc.constantFrom('Ann ', '#Tag ', 'https://x.y/z ', family, 'e\u0301', '\n\n', 'ü'),
      {
        maxLength: 120,
      },
    )
    fc.assert(
      fc.property(words, fc.boolean(), (pieces, isMarked) => {
        const text = pieces.join('')
        expect(textsOf(toParts(text, ['Ann'], isMarked)).join('')).toBe(text)
        expect(text.startsWith(beforeFold(text, 'phone'))).toBe(true)
      }),
      { numRuns: 200 },
    )
  })
})
