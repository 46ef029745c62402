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
