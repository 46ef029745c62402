import { describe, expect, it } from 'vitest'
import { directionOf, fitLines } from './lines.ts'

/** Every character is half as wide as the letters are high. */
const measure = (text: string, size: number) => ([...text].length * size) / 2
const toLines = (text: string, width: number, most = 9, sizes = [20, 10], height?: number) =>
  fitLines({ text, width, height, most, sizes, measure })

describe('fitLines', () => {
  it('takes the largest size in which the words fit', () => {
    expect(toLines('one two', 70)).toEqual({ lines: ['one two'], size: 20 })
    expect(toLines('one two', 40)).toEqual({ lines: ['one', 'two'], size: 20 })
    expect(toLines('one two', 40, 1)).toEqual({ lines: ['one two'], size: 10 })
    expect(toLines('one two', 40, 9, [20, 10], 30)).toEqual({ lines: ['one two'], size: 10 })
  })

  it('leaves the end out with an ellipsis, and breaks a word only where nothing else helps', () => {
    expect(toLines('one two three', 20, 2)).toEqual({ lines: ['one', 'two…'], size: 10 })
    expect(toLines('W'.repeat(12), 20, 2)).toEqual({ lines: ['WWWW', 'WWW…'], size: 10 })
    expect(toLines('well-known fact', 30, 9, [10])).toEqual({ lines: ['well-', 'known', 'fact'], size: 10 })
  })

  it('never breaks a family, a flag or a letter with accents', () => {
    const family = '👨‍👩‍👧‍👦'
    const { lines } = toLines(family.repeat(5), 80, 9, [10])
    expect(lines.join('')).toBe(family.repeat(5))
    for (const line of lines) expect(line.replaceAll(family, '')).toBe('')
  })

  it('breaks Japanese and Thai between words, and begins no line with a stop', () => {
    const title = '工場長が見る、七つの点。次の一歩'
    for (let width = 40; width < 200; width += 10) {
      const { lines } = toLines(title, width, 99, [20])
      expect(lines.join('')).toBe(title)
      for (const line of lines) expect(line).not.toMatch(/^[、。]/)
    }
    expect(toLines('ระบบการผลิต', 40, 99, [10]).lines).toEqual(['ระบบการ', 'ผลิต'])
  })

  it('makes no line of nothing', () => expect(toLines('   ', 40)).toEqual({ lines: [], size: 20 }))
})

it.each([
  ['MES', 'ltr'],
  ['2026 عنوان', 'rtl'],
  ['“איך” MES', 'rtl'],
  ['MES عنوان', 'ltr'],
  ['製造', 'ltr'],
  ['123', 'ltr'],
])('%s is read %s', (text, direction) => expect(directionOf(text)).toBe(direction))
