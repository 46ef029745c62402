import { expect, it } from 'vitest'
import { lexical, relatedTo, row, title, words } from '../content/related.fixture.ts'
import { caseStudies } from './content.ts'

const story = lexical(
  words('A word before.'),
  title('The challenge'),
  words('A veteran left. Nobody knew the system.'),
  title('Approach'),
  words('We searched.'),
)
const document = row('poms', {
  title: 'A critical hire',
  client: 'POMS',
  clientUrl: 'https://poms.example',
  body: story,
  metrics: [
    { label: 'Time to hire', value: '23 days' },
    { label: 'Empty', value: '' },
  ],
  testimonial: { quote: 'They found her.', name: 'Jo', role: 'COO' },
})
const item = caseStudies.toContentItem(document, relatedTo())

it('is summed up by its challenge', () => {
  expect(item.summary).toBe('A veteran left. Nobody knew the system.')
})

it('shows the results first and the client’s words last', () => {
  expect(item.blocks[0]).toEqual({ type: 'facts', items: [{ label: 'Time to hire', value: '23 days' }] })
  expect(item.blocks.at(-1)).toMatchObject({ type: 'quote', attribution: 'Jo', role: 'COO' })
  expect(item.fields).toEqual({
    client: 'POMS',
    clientUrl: 'https://poms.example',
    metrics: [{ label: 'Time to hire', value: '23 days' }],
    testimonial: { quote: 'They found her.', name: 'Jo', role: 'COO' },
  })
})

it('is an Article about the client', () => {
  expect(item.jsonLd[0]).toMatchObject({
    '@type': 'Article',
    about: { '@type': 'Organization', name: 'POMS', url: 'https://poms.example' },
  })
})

it('stands without a story', () => {
  const bare = caseStudies.toContentItem(
    row('bare', { title: 'A critical hire', client: 'POMS' }),
    relatedTo(),
  )
  expect(bare).toMatchObject({
    summary: 'A critical hire',
    html: '',
    fields: { metrics: [], testimonial: null },
  })
})
