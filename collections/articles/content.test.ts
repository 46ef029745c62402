import { describe, expect, it } from 'vitest'
import { callsToAction } from '../calls-to-action/content.ts'
import { caseStudies } from '../case-studies/content.ts'
import { lexical, relatedTo, row, title, words } from '../content/related.fixture.ts'
import { faqs } from '../faqs/content.ts'
import { glossaryTerms } from '../glossary-terms/content.ts'
import { media } from '../media/content.ts'
import { people } from '../people/content.ts'
import { topics } from '../topics/content.ts'
import { articles } from './content.ts'

const none = relatedTo()
const picture = media.toContentItem(
  row('plant', {
    alt: 'Nine machines',
    renditions: {
      files: [
        { preset: 'full', format: 'jpeg', name: 'k-full.jpg', width: 1600, height: 900, bytes: 9 },
        { preset: '16x9', format: 'jpeg', name: 'k-16x9.jpg', width: 1600, height: 900, bytes: 8 },
        { preset: '1x1', format: 'webp', name: 'k-1x1.webp', width: 900, height: 900, bytes: 7 },
      ],
    },
  }),
  none,
)
const why = faqs.toContentItem(
  row('why', { question: 'Why?', body: lexical(words('Because it works.')) }),
  none,
)
const how = faqs.toContentItem(row('how', { question: 'How?', body: lexical(words('Step by step.')) }), none)
const study = caseStudies.toContentItem(row('study', { title: 'A study', client: 'POMS' }), none)
const mes = glossaryTerms.toContentItem(
  row('mes', { term: 'MES', abbreviation: 'MES', shortAnswer: 'Software.' }),
  none,
)
const ann = people.toContentItem(row('ann', { name: 'Ann Lee', jobTitle: 'Editor' }), none)
const core = topics.toContentItem(row('core', { name: 'Core MES', hashtag: 'MES' }), none)
const hire = callsToAction.toContentItem(
  row('hire', { heading: 'Hire?', links: [{ label: 'Start', url: '/start' }] }),
  none,
)
const everything = relatedTo([picture, why, how, study, mes, ann, core, hire])

describe('an article', () => {
  it('has its own words, people, topics and picture', () => {
    const item = articles.toContentItem(
      row('guide', {
        title: 'A guide',
        body: lexical(title('Start'), words('First sentence. Second one.')),
        authors: ['ann', 'gone'],
        topics: ['core'],
        image: 'plant',
        publishedAt: '2026-02-04T09:00:00+02:00',
        formerSlugs: ['old'],
        metaTitle: ' ',
        metaDescription: 'About',
        noIndex: true,
        channels: {
          feeds: { include: 'no' },
          linkedin: { include: 'default', text: 'My post' },
          sitemap: { include: 'default' },
        },
      }),
      everything,
    )
    expect(item).toMatchObject({
      id: 'articles:guide',
      type: 'articles',
      slug: 'guide',
      formerSlugs: ['old'],
      url: 'https://www.example.com/articles/guide',
      title: 'A guide',
      summary: 'First sentence. Second one.',
      publishedAt: '2026-02-04T07:00:00.000Z',
      authors: [{ id: 'people:ann', name: 'Ann Lee', jobTitle: 'Editor' }],
      topics: [{ id: 'topics:core', name: 'Core MES', hashtag: 'MES' }],
      image: {
        id: 'media:plant',
        url: 'https://cms.example.com/media/k-full.jpg',
        alt: 'Nine machines',
        width: 1600,
      },
      seo: { metaDescription: 'About', noIndex: true },
      channels: { feeds: { include: false }, linkedin: { text: 'My post' } },
      fields: {},
    })
    expect(item.seo.metaTitle).toBeUndefined()
    expect(item.html).toContain('First sentence.')
    expect(item.text).toContain('First sentence.')
    expect(item.markdown).toMatch(/^## Start/)
    expect(item.blocks[0]).toMatchObject({ type: 'heading', id: 'start' })
  })

  it('shows its relations in a fixed order, each once, and not those that its body shows', () => {
    const item = articles.toContentItem(
      row('guide', {
        title: 'A guide',
        body: lexical(words('Hello.'), {
          type: 'embed',
          embed: { kind: 'faqList', heading: 'Asked', faqs: [{ collection: 'faqs', ref: 'how' }] },
        }),
        callToAction: 'hire',
        glossaryTerms: ['mes'],
        caseStudies: ['study'],
        faqs: ['why', 'how', 'gone'],
      }),
      everything,
    )
    expect(item.blocks.map(({ type }) => type)).toEqual([
      'paragraph',
      'faqs',
      'faqs',
      'cards',
      'cards',
      'callToAction',
    ])
    expect(item.blocks[1]).toMatchObject({ heading: 'Asked', items: [{ id: 'faqs:how' }] })
    expect(item.blocks[2]).toMatchObject({
      items: [{ id: 'faqs:why', text: expect.stringContaining('Because') }],
    })
    expect(item.relations.faqs.map(({ id }) => id)).toEqual(['faqs:why', 'faqs:how'])
    expect(item.relations.caseStudies).toMatchObject([{ client: 'POMS' }])
    expect(item.relations.glossaryTerms).toMatchObject([{ abbreviation: 'MES' }])
    expect(item.blocks.at(-1)).toMatchObject({
      callToAction: { links: [{ url: 'https://www.example.com/start' }] },
    })
  })

  it('closes with the call to action of the settings when neither field nor body has one', () => {
    const defaultCallToAction = { id: 'calls-to-action:usual', heading: 'Usual', links: [] }
    const related = relatedTo([hire], { defaultCallToAction })
    const document = row('guide', { title: 'A guide', body: lexical(words('Hi.')) })
    expect(articles.toContentItem(document, related).blocks.at(-1)).toMatchObject({
      callToAction: { heading: 'Usual' },
    })
    const embed = {
      kind: 'callToAction' as const,
      callToAction: { collection: 'calls-to-action', ref: 'hire' },
    }
    const own = { ...document, body: lexical(words('Hi.'), { type: 'embed', embed }) }
    const shown = articles.toContentItem(own, related).blocks.filter(({ type }) => type === 'callToAction')
    expect(shown).toMatchObject([{ callToAction: { heading: 'Hire?' } }])
  })

  it('never has an empty title or summary', () => {
    const item = articles.toContentItem(row('bare', { title: null, body: null }), everything)
    expect(item).toMatchObject({
      title: 'bare',
      summary: 'bare',
      html: '',
      publishedAt: '2026-01-02T03:04:05.000Z',
    })
  })

  it('is an Article for search engines, with its questions and its place', () => {
    const document = row('guide', { title: 'A guide', authors: ['ann'], image: 'plant', faqs: ['why'] })
    const { jsonLd } = articles.toContentItem(document, everything)
    expect(jsonLd).toMatchObject([
      {
        '@type': 'Article',
        headline: 'A guide',
        image: ['https://cms.example.com/media/k-16x9.jpg'],
        author: [{ '@type': 'Person', name: 'Ann Lee', url: 'https://www.example.com/people/ann' }],
        publisher: { name: 'Example Ltd' },
      },
      { '@type': 'FAQPage', mainEntity: [{ name: 'Why?', acceptedAnswer: { text: why.text } }] },
      { '@type': 'BreadcrumbList' },
    ])
  })

  it('has the organisation as author for search engines when nobody is named', () => {
    const { jsonLd, authors } = articles.toContentItem(row('guide', { title: 'A guide' }), everything)
    expect(authors).toEqual([])
    expect(jsonLd[0]).toMatchObject({ author: { '@type': 'Organization', name: 'Example Ltd' } })
  })
})
