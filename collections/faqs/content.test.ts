import { expect, it } from 'vitest'
import { lexical, relatedTo, row, words } from '../content/related.fixture.ts'
import { faqs } from './content.ts'

const answer = 'Great leaders tailor their message to each department. They listen first. '
const item = faqs.toContentItem(
  row('how', { question: 'How do they align?', body: lexical(words(answer.repeat(4))) }),
  relatedTo([], { defaultCallToAction: { id: 'calls-to-action:usual', heading: 'Usual', links: [] } }),
)

it('is named by its question and summed up by the first whole sentences of its answer', () => {
  expect(item.title).toBe('How do they align?')
  expect(item.fields).toEqual({ question: 'How do they align?' })
  expect(item.summary.length).toBeLessThanOrEqual(200)
  expect(item.summary).toMatch(/^Great leaders .*\.$/)
})

it('holds the answer only: what shows it elsewhere must not drag a call to action along', () => {
  expect(item.blocks.map(({ type }) => type)).toEqual(['paragraph'])
})

it('is an FAQPage with the answer as it is shown', () => {
  expect(item.jsonLd[0]).toMatchObject({
    '@type': 'FAQPage',
    mainEntity: [{ '@type': 'Question', name: 'How do they align?', acceptedAnswer: { text: item.text } }],
  })
})
