import { describe, expect, it } from 'vitest'
import { makeItem } from '../../../tests/fixtures/items.ts'
import { compareItems } from './compare-items.ts'
import { compareLines, compareLists, compareWords } from './difference.ts'

describe('compareItems', () => {
  const item = makeItem({ title: 'Trees in streets', summary: 'Short.', markdown: 'One.\n\nTwo.\n\nThree.' })

  it('finds nothing between equals', () => {
    expect(compareItems(item, structuredClone(item))).toEqual([])
  })

  it('names each field that differs, and what became of it', () => {
    const after = { ...item, title: 'Trees in wide streets', markdown: 'One.\n\nTwo.\n\nFour.' }
    expect(compareItems(item, after)).toEqual([
      {
        field: 'Title',
        lines: [
          {
            kind: 'changed',
            pieces: [
              { kind: 'same', text: 'Trees in ' },
              { kind: 'added', text: 'wide ' },
              { kind: 'same', text: 'streets' },
            ],
          },
        ],
      },
      {
        field: 'Text',
        lines: [
          { kind: 'gap', count: 1 },
          { kind: 'same', text: 'Two.' },
          { kind: 'removed', text: 'Three.' },
          { kind: 'added', text: 'Four.' },
        ],
      },
    ])
  })

  it('shows what an item began with', () => {
    const lines = compareItems(null, item).find(({ field }) => field === 'Title')?.lines
    expect(lines).toEqual([{ kind: 'added', text: 'Trees in streets' }])
  })

  it('reads a type’s own fields as lines', () => {
    const before = { ...item, fields: { pay: { low: 40_000, high: 60_000 }, titleAliases: ['a'] } }
    const after = { ...item, fields: { pay: { low: 45_000, high: 60_000 }, titleAliases: ['a', 'b'] } }
    expect(compareItems(before, after)).toEqual([
      {
        field: 'Pay',
        lines: [
          {
            kind: 'changed',
            pieces: [
              { kind: 'same', text: 'low: ' },
              { kind: 'removed', text: '40000' },
              { kind: 'added', text: '45000' },
            ],
          },
          { kind: 'same', text: 'high: 60000' },
        ],
      },
      {
        field: 'Title aliases',
        lines: [
          { kind: 'same', text: 'a' },
          { kind: 'added', text: 'b' },
        ],
      },
    ])
  })
})

describe('compareLists', () => {
  it('gives both lists back', () => {
    const [before, after] = ['a b c a b b a'.split(' '), 'c b a b a c'.split(' ')]
    const pieces = compareLists(before, after)
    const without = (kind: string) => pieces.filter((piece) => piece.kind !== kind).map(({ text }) => text)
    expect(without('added')).toEqual(before)
    expect(without('removed')).toEqual(after)
    expect(pieces.filter(({ kind }) => kind === 'same')).toHaveLength(4)
  })

  it('takes texts that are too long to compare as replaced', () => {
    const many = (word: string) => Array.from({ length: 3000 }, (_, n) => `${word} ${n}`)
    expect(compareLists(many('old'), many('new'))).toHaveLength(6000)
  })
})

describe('compareLines', () => {
  it('says nothing of texts that differ in empty lines only', () => {
    expect(compareLines('a\n\nb', 'a\nb').filter(({ kind }) => kind !== 'same' && kind !== 'gap')).toEqual([])
  })
})

describe('compareWords', () => {
  it('keeps the spaces', () => {
    expect(compareWords('one two', 'one  two')).toEqual([
      { kind: 'same', text: 'one' },
      { kind: 'removed', text: ' ' },
      { kind: 'added', text: '  ' },
      { kind: 'same', text: 'two' },
    ])
  })
})
