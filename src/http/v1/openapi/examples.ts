/** Made-up items, one of each type, that fit their schemas. */
import { infoOf } from './types.ts'

type Example = { [member: string]: unknown }

const WEBSITE = 'https://www.example.com'

const author = {
  id: 'people:q7r2m9x4',
  slug: 'ines-falk',
  url: `${WEBSITE}/people/ines-falk`,
  name: 'Ines Falk',
  jobTitle: 'Bread scientist',
  image: null,
}

const about = (type: string, slug: string, title: string, summary: string) => ({
  id: `${type}:k3v8w1z6`,
  type,
  slug,
  url: `${WEBSITE}/${type}/${slug}`,
  title,
  summary,
})

/** Title, summary and `fields` by type. */
const SAID: { [type: string]: [slug: string, title: string, summary: string, fields: Example] } = {
  articles: [
    'why-dough-rests',
    'Why dough rests',
    'Gluten needs half an hour that nobody can knead away.',
    {},
  ],
  'glossary-terms': [
    'dough-hydration',
    'Dough hydration',
    'Water as a share of the flour, by weight.',
    {
      abbreviation: 'DH',
      aliases: ['Hydration'],
      category: { name: 'Baking', slug: 'baking' },
      question: 'What is dough hydration?',
      shortAnswer: 'Water as a share of the flour, by weight.',
      relatedPlatforms: [],
      relatedRoles: [{ label: 'Head baker', url: null }],
      relatedTerms: [],
    },
  ],
  faqs: [
    'can-dough-rest-overnight',
    'Can dough rest overnight?',
    'Yes, in the cold.',
    { question: 'Can dough rest overnight?' },
  ],
  'case-studies': [
    'harbour-bakery',
    'Half the waste at Harbour Bakery',
    'Forecasts by weather halved what was thrown away.',
    {
      client: 'Harbour Bakery',
      clientUrl: 'https://harbour.example',
      metrics: [{ label: 'Waste', value: '−52 %' }],
      testimonial: { quote: 'We bake what people eat.', name: 'Jo Lind', role: 'Owner' },
    },
  ],
  people: [
    'ines-falk',
    'Ines Falk',
    'Bread scientist',
    { jobTitle: 'Bread scientist', headline: null, linkedinUrn: null, links: [] },
  ],
  topics: ['baking', 'Baking', 'All that has to do with ovens.', { hashtag: 'baking', parent: null }],
  'calls-to-action': [
    'open-day',
    'See the ovens',
    'Every first Friday.',
    {
      callToAction: {
        id: 'calls-to-action:k3v8w1z6',
        heading: 'See the ovens',
        text: 'Every first Friday.',
        links: [{ label: 'Book a place', url: `${WEBSITE}/open-day` }],
      },
    },
  ],
}

const LEVEL = {
  track: 'individual',
  order: 3,
  code: 'P3',
  name: 'Senior',
  summary: 'Works without being told how.',
  scope: 'One bakery',
  autonomy: '',
  complexity: '',
  impact: '',
  decisionRights: '',
  leadership: '',
  experienceYears: { min: 5, max: null },
}
const FAMILY = {
  name: 'Baking',
  code: 'BAK',
  function: 'Production',
  track: 'individual',
  region: '',
  payNote: '',
}
const RUNG = {
  code: 'P3',
  name: 'Senior',
  responsibilities: ['Plans the night shift'],
  guidelines: {
    knowledgeAndApplication: 'Knows every dough of the house.',
    complexityAndProblemSolving: '',
    collaborationAndInteraction: '',
    typicalDegreeAndYears: '',
  },
}
const SKILLS = [{ name: 'Lamination', kind: 'skill', description: 'Thin layers of butter.' }]

const ROLES: typeof SAID = {
  'role-profiles': [
    'senior-baker',
    'Senior baker',
    'Leads a shift and teaches it.',
    {
      code: 'PRO.BAK.P3',
      level: { id: 'role-levels:p3', ...LEVEL },
      family: { id: 'role-families:bak', slug: 'baking', ...FAMILY },
      profileVersion: 1,
      confidence: 0.82,
      confidenceLabel: 'high',
      pay: {
        currency: 'EUR',
        period: 'year',
        median: 41000,
        low: 35000,
        high: 48000,
        asOf: '2026-03-01',
        note: '',
      },
      responsibilities: ['Plans the night shift'],
      skills: SKILLS,
      ladder: [{ id: 'role-levels:p3', ...RUNG, current: true }],
      provenance: {
        sourceCount: 12,
        sources: [{ title: 'Survey of bakeries', url: null }],
        scores: { recency: 4.5 },
      },
      classifications: [],
      titleAliases: ['Shift lead'],
      neighbours: { pinned: [], excluded: [] },
    },
  ],
  'role-families': [
    'baking',
    'Baking',
    'Who makes the bread.',
    { ...FAMILY, levels: [{ levelId: 'role-levels:p3', summary: '', ...RUNG }], skills: SKILLS },
  ],
  'role-levels': ['p3', 'P3 Senior', LEVEL.summary, LEVEL],
}

const words = 'Rest is work that nobody sees.'

/** A whole item. */
export function exampleItem(type: string): Example {
  const [slug, title, summary, fields] = { ...SAID, ...ROLES }[type] ?? [
    'an-example',
    `An ${infoOf(type).one}`,
    '',
    {},
  ]
  return {
    ...about(type, slug, title, summary),
    formerSlugs: [],
    html: `<h2 id="rest">Rest</h2>\n<p>${words}</p>`,
    markdown: `## Rest\n\n${words}\n`,
    text: `Rest\n\n${words}`,
    blocks: [
      { type: 'heading', level: 2, children: [{ type: 'text', text: 'Rest' }], id: 'rest' },
      { type: 'paragraph', children: [{ type: 'text', text: words }] },
    ],
    authors: [author],
    topics: [{ id: 'topics:b4n7c2y5', slug: 'baking', url: `${WEBSITE}/topics/baking`, name: 'Baking' }],
    image: null,
    publishedAt: '2026-02-03T08:00:00.000Z',
    updatedAt: '2026-02-05T10:30:00.000Z',
    seo: { noIndex: false },
    relations: { faqs: [], caseStudies: [], glossaryTerms: [], roleProfiles: [] },
    fields,
    jsonLd: [{ '@context': 'https://schema.org', '@type': 'Thing', name: title }],
    channels: {},
    toc: [{ id: 'rest', level: 2, title: 'Rest' }],
  }
}

/** Of the size that a page shows: without body and what few websites need. */
export function shortExample(type: string): Example {
  const { id, slug, title, url, publishedAt } = exampleItem(type)
  return { id, slug, title, url, publishedAt }
}

/** Opaque to whoever reads it; what it looks like. */
export const EXAMPLE_CURSOR = 'WyJleGFtcGxlIl0'
