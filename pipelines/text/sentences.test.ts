import { expect, it } from 'vitest'
import { countWords, sentences } from './sentences.ts'

it('splits where a sentence ends, and not behind an abbreviation', () => {
  expect(sentences('Dr. Ann met e.g. Bob at 3.4 bar. "Is it?" Yes! (Really.)\nNew line')).toEqual([
    'Dr. Ann met e.g. Bob at 3.4 bar.',
    '"Is it?"',
    'Yes!',
    '(Really.)',
    'New line',
  ])
  expect(sentences('今日は。明日は！')).toEqual(['今日は。', '明日は！'])
  expect(sentences(' \n ')).toEqual([])
})

it('counts words, not spaces', () => {
  expect(countWords("Don't stop: 30+ sites – now.")).toBe(5)
  expect(countWords('製造管理システム')).toBeGreaterThan(1)
  expect(countWords('… – !')).toBe(0)
})

it('reads a long text as it reads a short one', () => {
  const long = `${'W'.repeat(5000)} is a word. `
  expect(sentences(`${'It has ten words, 3.5 of them e.g. short ones. '.repeat(500)}${long}End.`)).toEqual([
    ...Array.from({ length: 500 }, () => 'It has ten words, 3.5 of them e.g. short ones.'),
    long.trim(),
    'End.',
  ])
  expect(countWords('It has ten words, 3.5 of them e.g. short ones. '.repeat(500) + long)).toBe(5004)
})
