import { describe, expect, it } from 'vitest'
import { lint } from './lint.ts'
import { lintDraft } from './lint-draft.ts'

const good =
  'Ask the night shift first.\n\nThey know:\n\n• what stops\n• what starts\n\nhttps://x.example/a\n\n#MES'

it('finds nothing in a post that is as it should be', () => {
  expect(lint(good, { title: 'A title', link: 'https://x.example/a', hashtags: ['#MES'] })).toEqual([])
})

it.each([
  ['a lead-in that nothing follows', 'Ask first.\n\nHere is what she did:', /^Nothing follows/],
  ['a line that stands there twice', 'Ask first.\n\nAsk first.', /twice/],
  ['a first line that phones cut', `${'word '.repeat(40)}end.`, /phones show 140/],
  ['Markdown', 'Ask **first**.', /Markdown/],
  ['HTML', 'Ask <b>first</b>.', /HTML/],
  ['two spaces', 'Ask  first.', /Two spaces/],
  ['a space before a comma', 'Ask , then build.', /before a comma/],
  ['an orphan quotation mark', 'She said "ask first.', /quotation mark/],
  ['an unfinished sentence', 'Ask first, then build and', /not finished/],
  ['talk about the page', 'Ask first.\n\nThis guide explains the rest.', /speaks of the page/],
  ['advertising', 'Ask first.\n\nSign up for our newsletter.', /advertises/],
  ['letters that imitate bold', '\u{1D5D4}sk first.', /imitate bold/],
  ['more than LinkedIn takes', 'Ask first. '.repeat(300).trim(), /takes at most 3000/],
])('marks %s', (_name, text, fault) => {
  expect(lint(text)).toEqual(expect.arrayContaining([expect.stringMatching(fault)]))
})

it('marks a title as the first line, but for a question, and a link that is not at the end', () => {
  expect(lint('A title\n\nMore.', { title: 'A title' })).toEqual(['The first line only repeats the title'])
  expect(lint('A title?\n\nMore.', { title: 'A title?', isQuestionHook: true })).toEqual([])
  expect(lint('One.\n\nTwo.', { link: 'https://x.example' })).toEqual([
    'The link or the hashtags are not at the end',
  ])
})

describe('the text of a draft', () => {
  const link = 'https://example.com/a?utm_source=linkedin'
  const draft = {
    ...{ title: 'Do roots break pipes?', itemType: 'faqs', link, hashtags: ['#One', '#Two', '#Three'] },
    basis: { text: `Do roots break pipes?\n\nRarely.\n\n${link}\n\n#One #Two #Three` },
  }

  it('may begin with the question of an FAQ, and have hashtags of its own', () => {
    expect(lintDraft(`${draft.title}\n\nRarely, we find.\n\n${link}\n\n#Four #Two`, draft)).toEqual([])
  })

  it('needs its link, where it had one', () => {
    const text = 'Pipes break first.\n\n#Four #Two'
    expect(lintDraft(text, draft)).toEqual(['The link or the hashtags are not at the end'])
    expect(lintDraft(text, { ...draft, basis: { text: 'Pipes.\n\n#One' } })).toEqual([])
  })
})
