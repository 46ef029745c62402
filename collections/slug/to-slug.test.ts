import { describe, expect, it } from 'vitest'
import { isNumbered, normalizeSlug, numbered, SLUG_LENGTH, toSlug } from './to-slug.ts'

describe('toSlug', () => {
  it.each([
    ['Hello Wörld!', 'hello-world'],
    ['R&D / C++', 'r-d-c'],
    ["What's new", 'whats-new'],
    ['  Über   uns  ', 'uber-uns'],
    ['Привет мир', 'privet-mir'],
    ['日本', 'ri-ben'],
    ['MES (Manufacturing Execution System)', 'mes-manufacturing-execution-system'],
    ['Production — M4', 'production-m4'],
    ['e\u0301te\u0301', 'ete'],
    ['👩‍👩‍👧', ''],
    ['', ''],
  ])('makes %j into %j', (given, expected) => {
    expect(toSlug(given)).toBe(expected)
  })

  it('is at most 96 characters long and ends with a whole word', () => {
    const slug = toSlug('manufacturing '.repeat(20))
    expect(slug.length).toBeLessThanOrEqual(SLUG_LENGTH)
    expect(slug).toMatch(/-manufacturing$/)
    expect(toSlug('x'.repeat(5000))).toBe('x'.repeat(SLUG_LENGTH))
  })
})

describe('normalizeSlug', () => {
  it.each([
    ['My Slug', 'my-slug'],
    ['日本語　スラッグ', '日本語-スラッグ'],
    ['e\u0301te\u0301', 'été'],
    ['--a//b?c=d#e--', 'a-b-c-d-e'],
    ['\ud800\u0000', ''],
    ['हिन्दी', 'हिन्दी'],
  ])('makes %j into %j', (given, expected) => {
    expect(normalizeSlug(given)).toBe(expected)
  })

  it('never cuts inside a character', () => {
    const slug = normalizeSlug(`${'a'.repeat(95)}𝒳𝒳`)
    expect(slug).toBe('a'.repeat(95))
    expect(normalizeSlug('é'.normalize('NFD').repeat(200))).toBe('é'.repeat(96))
  })
})

describe('numbered', () => {
  it('counts from the second on and stays within the length', () => {
    expect([1, 2, 10].map((n) => numbered('mes', n))).toEqual(['mes', 'mes-2', 'mes-10'])
    expect(numbered('x'.repeat(96), 12)).toHaveLength(96)
  })

  it('is recognised again', () => {
    expect(isNumbered('mes-2', 'mes')).toBe(true)
    expect(isNumbered('mes', 'mes')).toBe(true)
    expect(isNumbered('mes-1', 'mes')).toBe(false)
    expect(isNumbered('mes-two', 'mes')).toBe(false)
    expect(isNumbered('industry-4', 'industry-4')).toBe(true)
    expect(isNumbered(numbered('x'.repeat(96), 3), 'x'.repeat(96))).toBe(true)
  })
})
