/** Random and nasty documents: whatever the content, a post keeps the limits and reads back as it was written. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  deepFreeze,
  family,
  flag,
  heading,
  list,
  makeItem,
  paragraph,
  stack,
} from '../../../tests/fixtures/items.ts'
import { site } from '../../../tests/fixtures/site.ts'
import type { Block } from '../../rich-text/block.ts'
import { wellFormed } from '../../rich-text/well-formed.ts'
import { toApiText } from './api-text.ts'
import { POST_UNITS } from './limits.ts'
import { composePosts } from './render.ts'

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

const word = fc.constantFrom(
  ...'the line stopped because nobody asked 30 crews, not 3 (or C#) and a_b *c* [d] {e} |f| @g <h> ~i \\j #k'.split(
    ' ',
  ),
  ...[
    family,
    flag,
    stack,
    '生産管理',
    'עולם',
    '\u202E',
    '\uD800',
    '\u0000',
    'https://x.example/a_(b)#c',
    'I',
    'they',
  ],
)
const sentence = fc
  .tuple(fc.array(word, { minLength: 1, maxLength: 14 }), fc.constantFrom('.', '?', '!', ':', '', '。'))
  .map(([words, end]) => `${words.join(' ')}${end}`)
const prose = fc.array(sentence, { minLength: 1, maxLength: 6 }).map((all) => all.join(' '))
const block: fc.Arbitrary<Block> = fc.oneof(
  prose.map((text) => paragraph(text)),
  sentence.map((text) => heading(text)),
  fc.array(sentence, { minLength: 1, maxLength: 9 }).map((lines) => list(...lines)),
  prose.map((text): Block => ({ type: 'quote', children: [paragraph(text)] })),
)
const item = fc
  .tuple(
    fc.array(block, { maxLength: 14 }),
    sentence,
    prose,
    fc.constantFrom('articles', 'faqs', 'case-studies'),
  )
  .map(([blocks, title, summary, type]) => makeItem({ blocks, title, summary, type }))

it('keeps every limit, cuts no character in two, and is the same at every turn', () => {
  fc.assert(
    fc.property(item, (one) => {
      const result = composePosts({ item: deepFreeze(one), site })
      expect(composePosts({ item: one, site })).toEqual(result)
      if (!result.ok) return
      const { variants, firstComment, hashtags, link } = result.post
      expect(firstComment.length).toBeLessThanOrEqual(1250)
      for (const { text, apiText, hook, characterCount } of variants) {
        expect(text.length).toBeLessThanOrEqual(POST_UNITS)
        expect(characterCount).toBe(text.length)
        expect(text).toBe(wellFormed(text))
        expect(text).not.toMatch(/\n{3}|\\|[ \t]$/m)
        expect(text.startsWith(hook)).toBe(true)
        expect(text.endsWith(`\n\n${link}\n\n${hashtags.join(' ')}`)).toBe(true)
        const read = readLittleText(apiText)
        expect(read.text).toBe(text)
        expect(read.hashtags).toEqual(hashtags)
        // A part of a family would stand as a character that the content does not have.
        for (const { segment } of graphemes.segment(hook)) expect(segment).not.toMatch(/^\u200D|\u200D$/)
      }
    }),
    { numRuns: 40 },
  )
}, 30_000)

it('reads an edited text back exactly, with hashtags and mentions', () => {
  const mentions = [{ name: 'Ann (A) Lee', urn: 'urn:li:person:a-1' }]
  fc.assert(
    fc.property(
      fc.array(fc.oneof(prose, fc.constantFrom('Ann (A) Lee', '#MES', '\n\n')), { maxLength: 9 }),
      (parts) => {
        const text = wellFormed(parts.join(' '))
        const read = readLittleText(toApiText(text, { mentions }))
        expect(read.text).toBe(text)
        expect(read.mentions.length).toBeLessThanOrEqual(1)
      },
    ),
    { numRuns: 100 },
  )
})

/** LinkedIn's little text format, read as its documentation tells; throws at a reserved character without a backslash. */
function readLittleText(source: string): { text: string; hashtags: string[]; mentions: string[] } {
  const [hashtags, mentions]: [string[], string[]] = [[], []]
  let text = ''
  for (let at = 0; at < source.length; ) {
    const rest = source.slice(at)
    const [escaped] = /^\\[\\|{}@[\]()<>#*_~]/.exec(rest) ?? []
    const [mention, name = '', urn = ''] = /^@\[((?:\\.|[^\]\\])*)\]\((urn:li:[\w:-]+)\)/.exec(rest) ?? []
    const [tag] = /^#[\p{L}\p{N}\p{M}]+/u.exec(rest) ?? []
    if (escaped) text += escaped.charAt(1)
    else if (mention) {
      mentions.push(urn)
      text += name.replace(/\\(.)/g, '$1')
    } else if (tag) {
      hashtags.push(tag)
      text += tag
    } else if (/^[\\|{}@[\]()<>#*_~]/.test(rest)) throw new Error(`unescaped at ${at}: ${rest.slice(0, 20)}`)
    else text += source.charAt(at)
    at += (escaped ?? mention ?? tag ?? source.charAt(at)).length
  }
  return { text, hashtags, mentions }
}
