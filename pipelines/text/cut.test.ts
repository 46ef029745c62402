import { describe, expect, it } from 'vitest'
import { family, flag, stack } from '../../tests/fixtures/items.ts'
import { cut, shorten } from './cut.ts'

describe('cut', () => {
  it.each([
    ['a family', family],
    ['a flag', flag],
    ['a combining stack', stack],
    ['an emoji', '\u{1F600}'],
  ])('keeps %s whole at every limit', (_name, grapheme) => {
    const text = `ab${grapheme}c${grapheme}`
    const ends = ['', 'a', 'ab', `ab${grapheme}`, `ab${grapheme}c`, text]
    for (let limit = 0; limit <= text.length; limit += 1) {
      const longest = ends.findLast((end) => end.length <= limit)
      expect(cut(text, limit)).toBe(longest)
    }
  })

  it('is empty when the first grapheme alone is too long', () => {
    expect(cut(stack, 5)).toBe('')
    expect(cut('a', -1)).toBe('')
  })
})

describe('shorten', () => {
  it('leaves what fits', () => expect(shorten('Fits.', 5)).toBe('Fits.'))

  it('ends with a word and an ellipsis, within the limit', () => {
    expect(shorten('Nine machines, two of them stopped', 20)).toBe('Nine machines, two…')
    expect(shorten('Nine machines, two', 15)).toBe('Nine machines…')
    expect(shorten('W'.repeat(50), 10)).toBe(`${'W'.repeat(9)}…`)
  })
})
