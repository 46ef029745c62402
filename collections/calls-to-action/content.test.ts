import { expect, it } from 'vitest'
import { relatedTo, row } from '../content/related.fixture.ts'
import { callsToAction } from './content.ts'

it('is shown with absolute links', () => {
  const links = [
    { label: 'Start a Search', url: '/start-a-search' },
    { label: 'Elsewhere', url: 'https://other.example/a b' },
    { label: 'Bad', url: 'javascript:alert(1)' },
    { label: '', url: '/no-label' },
  ]
  const document = row('hire', { heading: 'Hire?', text: 'We do.', links })
  const item = callsToAction.toContentItem(document, relatedTo([], { siteUrl: 'https://example.com/sub' }))
  expect(item.fields.callToAction).toEqual({
    id: 'calls-to-action:hire',
    heading: 'Hire?',
    text: 'We do.',
    links: [
      { label: 'Start a Search', url: 'https://example.com/sub/start-a-search' },
      { label: 'Elsewhere', url: 'https://other.example/a%20b' },
    ],
  })
  expect(item.summary).toBe('We do.')
})
