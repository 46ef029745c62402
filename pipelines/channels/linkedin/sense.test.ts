/** That a post makes sense to somebody who has not read what it was made of. */
import { describe, expect, it } from 'vitest'
import { heading, makeItem, paragraph } from '../../../tests/fixtures/items.ts'
import { site } from '../../../tests/fixtures/site.ts'
import type { Block } from '../../rich-text/block.ts'
import { isLeaning } from './leaning.ts'
import { composePosts } from './render.ts'

/** Paragraphs of hook and body of each variant, the best first. */
function composeAll(...blocks: Block[]): string[][] {
  const result = composePosts({ item: makeItem({ blocks, summary: 'Short.' }), site })
  if (!result.ok) throw new Error(result.reason)
  return result.post.variants.map(({ text }) => text.split('\n\n').slice(0, -2))
}

const compose = (...blocks: Block[]) => composeAll(...blocks)[0] ?? []

const OPENING = 'Two of three new lines never reach the speed that was promised when they were bought.'
const FILLING =
  'Planners add a buffer for the first months, and then another, until nobody knows what the line can do.'

describe('a sentence', () => {
  it.each([
    'Leaders who are not embedded across these functions early are already behind.',
    'I would also build the overflow of each garden as the inlet of the next.',
    'One was a bus stop, one a long wall without a single opening.',
    'The pool itself is the best spirit level you will get.',
    'Anyone who has run this role knows the first week.',
  ])('leans: %s', (sentence) => expect(isLeaning(sentence)).toBe(true))

  it.each([
    'People who maintain these days are rare.',
    'Nobody has planned this year for a second line.',
    'Help goes to those who ask for it before the shift begins.',
    'One line in five stands still on a Monday.',
  ])('stands alone: %s', (sentence) => expect(isLeaning(sentence)).toBe(false))
})

describe('a post', () => {
  it('does not read a picture aloud', () => {
    const text = compose(
      paragraph(`${OPENING} ${FILLING}`),
      paragraph(
        'The red group did not fail for want of skill. They had never seen 40 changeovers in a week.',
      ),
    ).join(' ')
    expect(text).not.toMatch(/red group|They had/)
  })

  it('begins with none of several that only say something together', () => {
    const [first, ...rest] = compose(
      paragraph(
        'One hundred lines were audited every week. Another hundred lines were audited every month. The last hundred lines were audited when somebody rang.',
      ),
      paragraph(`${OPENING} ${FILLING}`),
    )
    expect(first).toBe(OPENING)
    const text = rest.join(' ')
    if (text.includes('One hundred'))
      expect(text).toMatch(/every week\. Another hundred .*\. The last hundred/)
  })

  it('goes on below its opening with what stood next to that', () => {
    const mistake = 'The biggest mistake is to see a pilot as a test.'
    const all = composeAll(
      paragraph(`${OPENING} ${FILLING}`),
      paragraph(`${mistake} It is not, it is a promise. A pilot sells the next nine lines.`),
    )
    const begun = all.find(([first]) => first === mistake)
    expect(begun?.[1]).toBe('It is not, it is a promise. A pilot sells the next nine lines.')
  })

  it('keeps both halves of a thought, however long the second is', () => {
    const second =
      'It is about a system in which maintenance, staffing, quality and planning carry each other through every change of product.'
    const text = compose(
      paragraph(`${OPENING} ${FILLING}`),
      paragraph(`The role is about much more than the output of today. ${second}`),
    ).join('\n')
    expect(text).toContain(second)
  })

  it('gives a list in one sentence the words of its heading', () => {
    const text = compose(
      paragraph(`${OPENING} ${FILLING}`),
      heading('What helps'),
      paragraph('A spare motor, a fitter who may stop the line, and ten minutes between two shifts.'),
    )
    expect(text).toContain(
      'What helps: A spare motor, a fitter who may stop the line, and ten minutes between two shifts.',
    )
  })
})
