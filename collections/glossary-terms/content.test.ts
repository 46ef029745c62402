import { expect, it } from 'vitest'
import { lexical, relatedTo, row, title, words } from '../content/related.fixture.ts'
import { roleProfiles } from '../role-profiles/content.ts'
import { topics } from '../topics/content.ts'
import { glossaryTerms } from './content.ts'

const none = relatedTo()
const core = topics.toContentItem(row('core', { name: 'Core MES' }), none)
const other = topics.toContentItem(row('other', { name: 'Other' }), none)
const profile = roleProfiles.toContentItem(row('engineer', { title: 'MES Engineer' }), none)
const erp = glossaryTerms.toContentItem(row('erp', { term: 'ERP', shortAnswer: 'Plans.' }), none)
const related = relatedTo([core, other, profile, erp])

const item = glossaryTerms.toContentItem(
  row('mes', {
    term: 'MES (Manufacturing Execution System)',
    abbreviation: 'MES',
    aliases: ['shop floor system', ' '],
    category: 'core',
    topics: ['other', 'core'],
    question: 'What is MES?',
    shortAnswer: 'MES tracks production.',
    body: lexical(title('Definition'), words('An MES is software.')),
    relatedPlatforms: ['Tulip'],
    relatedRoles: [
      { label: 'MES Engineer', profile: 'engineer' },
      { label: 'MES Architect', profile: 'gone' },
    ],
    relatedTerms: ['erp', 'gone'],
  }),
  related,
)

it('begins with the short answer, which is the summary too', () => {
  expect(item.summary).toBe('MES tracks production.')
  expect(item.text.startsWith('MES tracks production.')).toBe(true)
  expect(item.blocks.map(({ type }) => type)).toEqual([
    'paragraph',
    'heading',
    'paragraph',
    'heading',
    'list',
    'heading',
    'list',
    'cards',
  ])
})

it('counts its category as the first topic, once', () => {
  expect(item.topics.map(({ name }) => name)).toEqual(['Core MES', 'Other'])
})

it('has the fields of a term; a role without a public profile stays a label', () => {
  expect(item.fields).toMatchObject({
    abbreviation: 'MES',
    aliases: ['shop floor system'],
    category: { name: 'Core MES', slug: 'core' },
    question: 'What is MES?',
    shortAnswer: 'MES tracks production.',
    relatedPlatforms: ['Tulip'],
    relatedRoles: [
      { label: 'MES Engineer', url: 'https://www.example.com/role-profiles/engineer' },
      { label: 'MES Architect', url: null },
    ],
    relatedTerms: [{ id: 'glossary-terms:erp', title: 'ERP' }],
  })
  expect(item.html).toContain('<a href="https://www.example.com/role-profiles/engineer">MES Engineer</a>')
})

it('is a DefinedTerm of the site’s set', () => {
  expect(item.jsonLd[0]).toMatchObject({
    '@type': 'DefinedTerm',
    name: 'MES (Manufacturing Execution System)',
    termCode: 'MES',
    alternateName: ['shop floor system'],
    description: 'MES tracks production.',
    inDefinedTermSet: { '@type': 'DefinedTermSet', name: 'Example Glossary' },
  })
})
