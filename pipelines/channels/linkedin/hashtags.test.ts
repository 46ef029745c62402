import { expect, it } from 'vitest'
import { makeItem, makeTopic } from '../../../tests/fixtures/items.ts'
import { site } from '../../../tests/fixtures/site.ts'
import { toHashtag, toHashtags } from './hashtags.ts'

it.each([
  ['R&D / C++', '#RnDCpp'],
  ['R & D', '#RnD'],
  ['Health & Safety', '#HealthAndSafety'],
  ['C#', '#CSharp'],
  ['.NET', '#DotNet'],
  ['Industry 4.0', '#Industry40'],
  ['Core MES / MOM', '#CoreMESMOM'],
  ['Women’s health', '#WomensHealth'],
  ['iOS apps', '#iOSApps'],
  ['生産管理', '#生産管理'],
  ['إدارة المصنع', '#إدارةالمصنع'],
  ['हिन्दी', '#हिन्दी'],
  ['e\u0301lite', '#\u00E9lite'],
  ['#already', '#already'],
  ['a_b', '#AB'],
  ['2026', ''],
  ['🔥 !', ''],
  ['W'.repeat(5000), ''],
  ['Null\u0000 \uD800topic', '#NullTopic'],
])('makes %s %s', (name, hashtag) => expect(toHashtag(name)).toBe(hashtag))

it('takes at most five topics, each once, hashtag before name', () => {
  const names = ['One', 'one', 'Two', 'Three', 'Four', 'Five', 'Six']
  const topics = [makeTopic('Core MES / MOM', 'MES'), ...names.map((name) => makeTopic(name))]
  expect(toHashtags(makeItem({ topics }), site)).toEqual(['#MES', '#One', '#Two', '#Three', '#Four'])
})

it('takes the name when the hashtag holds no letter', () => {
  const [first] = toHashtags(makeItem({ topics: [makeTopic('Plants', '#')] }), site)
  expect(first).toBe('#Plants')
})

it('fills up to three from what the item states, and makes nothing up', () => {
  expect(toHashtags(makeItem({ topics: [makeTopic('Plants')] }), site)).toEqual([
    '#Plants',
    '#MES',
    '#AcmeTalent',
  ])
  expect(toHashtags(makeItem({ topics: [], title: 'ALL IN CAPITALS' }), site)).toEqual(['#AcmeTalent'])
})
