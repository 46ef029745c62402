import { describe, expect, it } from 'vitest'
import { countComment, countPost, isTooLong } from './counters.ts'

const levels = (text: string) => countPost(text).map(({ level }) => level)
const tags = '\n\n#One #Two #Three'

describe('countPost', () => {
  it('is calm about a post as it should be', () => {
    expect(levels(`A claim.${tags}`)).toEqual(['fine', 'fine', 'fine'])
  })

  it.each([
    [`${'a'.repeat(140)}${tags}`, 'fine'],
    [`${'a'.repeat(141)}${tags}`, 'warn'],
    [`${'👨‍👩‍👧'.repeat(18)}${tags}`, 'warn'],
  ])('counts the first line in UTF-16 units', (text, level) => {
    expect(levels(text)[1]).toBe(level)
  })

  it.each([
    [2800, 'fine'],
    [2801, 'warn'],
    [3000, 'warn'],
    [3001, 'over'],
  ])('says what LinkedIn says of %i units', (units, level) => {
    const [post] = countPost(`\n${'a'.repeat(units - 1)}`)
    expect(post).toMatchObject({ count: units, level })
  })

  it.each([
    ['#One #Two', 'warn'],
    ['#One #One #One', 'warn'],
    ['#One #Two #生産管理', 'fine'],
    ['#1 #A #B #C x#D https://a.example/#e', 'fine'],
    ['#A #B #C #D #E #F', 'warn'],
  ])('counts the hashtags of %s', (text, level) => {
    expect(levels(text)[2]).toBe(level)
  })
})

describe('countComment', () => {
  it('takes 1,250 units', () => {
    expect(countComment('a'.repeat(1250)).level).toBe('fine')
    expect(countComment('a'.repeat(1251))).toMatchObject({
      level: 'over',
      note: '1 too many: LinkedIn refuses it.',
    })
    expect(isTooLong('', 'a'.repeat(1251))).toBe(true)
    expect(isTooLong('a'.repeat(3000), '')).toBe(false)
  })
})
