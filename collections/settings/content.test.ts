import { expect, it } from 'vitest'
import { LINKEDIN_DEFAULTS } from '../../pipelines/channels/linkedin/settings.ts'
import { callsToAction } from '../calls-to-action/content.ts'
import type { CollectionType } from '../collection-type.ts'
import { relatedTo, row, site } from '../content/related.fixture.ts'
import { faqs } from '../faqs/content.ts'
import { settingsContent } from './content.ts'
import { isUrlPattern } from './url-patterns.ts'

const types: CollectionType[] = [
  {
    config: { slug: 'articles', fields: [] },
    content: faqs,
    urlPattern: '/articles/{slug}',
    channels: ['feeds', 'sitemap'],
  },
  {
    config: { slug: 'case-studies', fields: [] },
    content: faqs,
    urlPattern: '/case-studies/{slug}',
    channels: ['feeds'],
  },
  { config: { slug: 'media', fields: [] }, content: faqs },
  { config: { slug: 'users', fields: [] } },
]
const hire = callsToAction.toContentItem(row('hire', { heading: 'Hire?' }), relatedTo())

it('is the site, as the editors set it', () => {
  const item = settingsContent(types).toContentItem(
    row('x', {
      siteTitle: 'Machines',
      language: 'de',
      organisation: { name: 'Ltd', url: 'https://ltd.example' },
      urlPatterns: { caseStudies: '/stories/{slug}' },
      matrix: { articles: { feeds: false, linkedin: true } },
      defaultCallToAction: 'hire',
      feeds: { length: 20, text: 'summary', copyright: ' © Ltd ' },
      delivery: { sMaxAge: 0, staleWhileRevalidate: 9 },
      previewPattern: '/drafts/{type}/{slug}/{token}',
      deployHook: { url: 'https://build.example/secret' },
      linkedin: {
        linkPlace: 'comment',
        hashtagCount: 3,
        fixedTags: ['Ltd'],
        utm: { medium: 'social' },
        accent: '#a00',
      },
    }),
    relatedTo([hire]),
  )
  expect(item).toMatchObject({ id: 'settings:site', type: 'settings', title: 'Machines' })
  expect(item.fields).toMatchObject({
    title: 'Machines',
    description: '',
    language: 'de',
    organisation: { name: 'Ltd', url: 'https://ltd.example' },
    siteUrl: site.siteUrl,
    publicUrl: site.publicUrl,
    icon: null,
    feeds: { length: 20, fullText: false, copyright: '© Ltd' },
    delivery: { sMaxAge: 0, staleWhileRevalidate: 9 },
    linkedin: {
      linkPlace: 'comment',
      hashtagCount: 3,
      fixedTags: ['Ltd'],
      utm: { source: 'linkedin', medium: 'social', campaign: '' },
      accent: '#a00',
    },
    urlPatterns: { articles: '/articles/{slug}', 'case-studies': '/stories/{slug}' },
    defaultCallToAction: { id: 'calls-to-action:hire', heading: 'Hire?' },
    matrix: {
      articles: { feeds: false, linkedin: true, newsletter: false, sitemap: true },
      'case-studies': { feeds: true, linkedin: false, newsletter: false, sitemap: false },
      media: { feeds: false, linkedin: false, newsletter: false, sitemap: false },
    },
  })
  expect(item.fields.matrix).not.toHaveProperty('users')
  expect(JSON.stringify(item)).not.toMatch(/drafts|secret/)
})

it('has defaults before anybody saved the settings', () => {
  const unsaved = { id: '', uid: '', updatedAt: '' }
  const item = settingsContent(types).toContentItem(unsaved, relatedTo())
  expect(item).toMatchObject({
    id: 'settings:site',
    publishedAt: '1970-01-01T00:00:00.000Z',
    fields: {
      language: 'en',
      feeds: { length: 50, fullText: true, copyright: '' },
      linkedin: LINKEDIN_DEFAULTS,
    },
  })
})

it.each(['/articles/{slug}', '/{slug}', '/a/{slug}.html'])('accepts the address %s', (pattern) => {
  expect(isUrlPattern(pattern)).toBe(true)
})

it.each(['', 'articles/{slug}', '/articles', '//evil/{slug}', '/a b/{slug}', '/{slug}/{slug}'])(
  'refuses %j',
  (pattern) => {
    expect(isUrlPattern(pattern)).toMatch(/contains \{slug\}/)
  },
)
