import { expect, it } from 'vitest'
import { relatedTo, row } from '../content/related.fixture.ts'
import { people } from './content.ts'

const item = people.toContentItem(
  row('ann', {
    name: 'Ann Lee',
    jobTitle: 'Founder',
    headline: '250+ hires',
    bio: 'She hires.\nA lot.\n\nShe writes.',
    links: [
      { label: 'LinkedIn', url: 'https://linkedin.example/ann' },
      { label: 'Mail', url: 'mailto:ann@example.com' },
      { label: 'Bad', url: 'javascript:alert(1)' },
    ],
    linkedinUrn: 'urn:li:person:1',
    user: 'secret',
  }),
  relatedTo(),
)

it('is a person with a bio', () => {
  expect(item).toMatchObject({ title: 'Ann Lee', summary: '250+ hires', image: null })
  expect(item.blocks).toHaveLength(2)
  expect(item.fields).toEqual({
    jobTitle: 'Founder',
    headline: '250+ hires',
    linkedinUrn: 'urn:li:person:1',
    links: [
      { label: 'LinkedIn', url: 'https://linkedin.example/ann' },
      { label: 'Mail', url: 'mailto:ann@example.com' },
    ],
  })
})

it('never shows the account', () => {
  expect(JSON.stringify(item)).not.toContain('secret')
})

it('is a Person whose web profiles are the same', () => {
  expect(item.jsonLd).toMatchObject([
    { '@type': 'Person', name: 'Ann Lee', jobTitle: 'Founder', sameAs: ['https://linkedin.example/ann'] },
  ])
})
